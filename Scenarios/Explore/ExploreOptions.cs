using Akka.Configuration;
using Sim.Scenarios.Run;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore;

/// <summary>What <c>sim explore</c> was asked to do.</summary>
/// <param name="Run">The scenario and what differs from it.</param>
public sealed record ExploreOptions(RunOptions Run)
{
    /// <summary>Schedules unless another number is asked for.</summary>
    public const long DefaultSchedules = 10_000;

    /// <summary>Name of the strategy.</summary>
    public string Strategy { get; init; } = "random";

    /// <summary>What time means.</summary>
    public Timing Timing { get; init; } = Timing.Any;

    /// <summary>Most schedules; null: as many as time lets, or as there are.</summary>
    public long? Schedules { get; init; }

    /// <summary>How long to explore; null: until the schedules are done.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Threads.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Configuration of the worlds, before that of the reference; null: none. Failures are shrunk and replayed without it.</summary>
    public Config? Worlds { get; init; }

    /// <summary>Where a failure is saved; null: a name made of scenario and policy, in the current directory.</summary>
    public string? Save { get; init; }
}
