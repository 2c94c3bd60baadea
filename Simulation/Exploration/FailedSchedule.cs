using System.Collections.Immutable;
using Sim.Simulation.Experiments;

namespace Sim.Simulation.Exploration;

/// <summary>A schedule that failed, as its worker knows it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Failure">What is wrong.</param>
/// <param name="Choices">The index chosen at each step.</param>
internal sealed record FailedSchedule(long Number, Failure Failure, ImmutableArray<int> Choices);
