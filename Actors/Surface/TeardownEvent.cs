namespace Sim.Actors.Surface;

/// <summary>What an application registers to be told of a teardown of hardware protection.</summary>
public sealed class TeardownEvent
{
    internal TeardownEvent(Task signalled) => Signalled = signalled;

    /// <summary>Ends when keys were lost, or the device is gone: the status of every session is to be looked at.</summary>
    public Task Signalled { get; }
}
