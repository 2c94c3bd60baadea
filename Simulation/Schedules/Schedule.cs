using System.Collections.Immutable;

namespace Sim.Simulation.Schedules;

/// <summary>The choices of one run, from the moment its actors were set up. With the experiment and its seed it is the run.</summary>
/// <param name="Seed">Seed of what the actors draw.</param>
/// <param name="Timing">What time meant.</param>
/// <param name="Steps">The choices.</param>
public sealed record Schedule(ulong Seed, Timing Timing, ImmutableArray<ScheduledStep> Steps);
