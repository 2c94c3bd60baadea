using System.Collections.Concurrent;
using Sim.Actors;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>
/// Deliberately wrong: the key is looked up when work starts, not latched when the job is accepted. A job that waits in an
/// engine's queue while a refresh is finished then runs with the new key. Everything else is the <c>slots</c> policy.
/// </summary>
public sealed class LateLatchMachines : IDeviceMachines
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "broken-late-latch";

    private readonly PolicyMachines _right = new("slots");
    private readonly ConcurrentDictionary<int, SessionKey> _keyInForce = new();

    /// <inheritdoc/>
    public string Policy => Name;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines) =>
        new PublishingSession(_right.Session(session, limits, engines), key => _keyInForce[session] = key);

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => new SharedKeyEngine(_right.Engine(engine), _keyInForce);
}
