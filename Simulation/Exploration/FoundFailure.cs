using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Exploration;

/// <summary>The first schedule, by number, that failed.</summary>
/// <param name="Number">Its number in the exploration, from 0.</param>
/// <param name="Failure">What is wrong.</param>
/// <param name="Schedule">Its choices, up to the failure.</param>
public sealed record FoundFailure(long Number, Failure Failure, Schedule Schedule);
