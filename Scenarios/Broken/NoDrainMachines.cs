using System.Collections.Concurrent;
using Sim.Actors;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>
/// Deliberately wrong: a session has one key register in the hardware, as under <c>drain</c>, but a Finish overwrites it at
/// once, while jobs that latched the old key are queued or running.
/// </summary>
public sealed class NoDrainMachines : IDeviceMachines
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "broken-no-drain";

    private readonly PolicyMachines _right = new("drain");
    private readonly ConcurrentDictionary<int, SessionKey> _registers = new();

    /// <inheritdoc/>
    public string Policy => Name;

    /// <inheritdoc/>
    public ISessionMachine Session(int session, SessionLimits limits, int engines)
    {
        var register = _registers[session] = new SessionKey(stackalloc byte[SessionKey.Size]);
        return new PublishingSession(new SessionMachine(session, limits, new NoDrainPolicy(), engines), register.Overwrite);
    }

    /// <inheritdoc/>
    public IEngineMachine Engine(int engine) => new SharedKeyEngine(_right.Engine(engine), _registers);
}
