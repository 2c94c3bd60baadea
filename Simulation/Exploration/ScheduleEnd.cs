using Sim.Simulation.Experiments;

namespace Sim.Simulation.Exploration;

/// <summary>How one schedule went.</summary>
/// <param name="Failure">What is wrong; null: nothing.</param>
/// <param name="Steps">Its steps, without those of set-up.</param>
/// <param name="Order">Hash of its happens-before order: equal for schedules that differ only in what does not matter.</param>
/// <param name="IsPruned">True when the strategy left it: whatever it would show is known.</param>
/// <param name="IsAtEnd">True when the run came to its end: a failure was not seen before.</param>
public readonly record struct ScheduleEnd(Failure? Failure, int Steps, ulong Order, bool IsPruned, bool IsAtEnd);
