namespace Sim.Simulation.Schedules;

/// <summary>A step of a schedule: what was chosen, and what it follows in the happens-before order (see <see cref="OrderHash"/>).</summary>
/// <param name="Choice">The index that was chosen.</param>
/// <param name="Before">The step before of the same process; 0: it is the first one.</param>
/// <param name="Cause">The step that sent or scheduled what it handles; 0: none.</param>
/// <param name="Process">The name of the process where there is no step before; else 0.</param>
internal readonly record struct TakenStep(int Choice, int Before, int Cause, ulong Process);
