using Sim.Checkers;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>What a <see cref="SessionWorld"/> is made of.</summary>
internal sealed record WorldSetup(string Policy, int Sessions, int Engines, int Slots, SessionLimits Limits)
{
    /// <summary>Puts something wrong around a session machine; the default puts nothing.</summary>
    public Func<ISessionMachine, ISessionMachine> AroundSession { get; init; } = machine => machine;

    /// <summary>True: an engine takes its jobs in order, as hardware does. False: any of them may be next.</summary>
    public bool EnginesAreQueues { get; init; }

    /// <summary>Properties that do not watch. Engines that are no queues cannot keep a fence.</summary>
    public IReadOnlyCollection<string> Off { get; init; } = [nameof(MonotonicFence)];

    /// <summary>A setup for a seed, every size between its least and a few more.</summary>
    public static WorldSetup Seeded(string policy, int seed)
    {
        var random = new Random(seed);
        var limits = new SessionLimits(Jobs: random.Next(1, 9), PendingRefreshes: random.Next(1, 4));
        var setup = new WorldSetup(
            policy, Sessions: random.Next(1, 4), Engines: random.Next(1, 4), Slots: random.Next(1, 5), limits);
        return policy == "marker" ? setup with { EnginesAreQueues = true, Off = [] } : setup;
    }
}
