using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Shrinking;

/// <summary>The few steps that a failure needs.</summary>
/// <param name="Schedule">
/// The steps. Replayed, they fail with <paramref name="Failure"/>: at the last of them or, if that is seen only at the end of a
/// run, after everything else has happened behind them in canonical order.
/// </param>
/// <param name="Failure">What is wrong: the property that was violated first, and what is said of it now.</param>
/// <param name="Runs">How often the experiment was run for it.</param>
/// <param name="IsMinimal">
/// True when no step can be left out by itself. False when the bound on runs came first, or when there was nothing to begin with:
/// a schedule that does not end is left as it is, and so is one whose steps do not bring the failure back.
/// </param>
public sealed record ShrunkSchedule(Schedule Schedule, Failure Failure, int Runs, bool IsMinimal);
