namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>How far control reaches when a system is driven through Akka.NET's extension points.</summary>
internal static class PlugInReach
{
    public const string NotControlled =
        """
        This runtime has no world of its own: it is driven through Akka.NET's extension points, which do not reach everything.
        The run fails when these touch the system: Ask(...).PipeTo(...) unless useConfigureAwait is true or sim.simulation.drain-thread-pool is on; Task.Run, Task.Delay, CancelAfter, ConfigureAwait(false), real I/O, the timeout of an Ask; actors on a dispatcher that code registers.
        Not noticed: DateTime.UtcNow and the static clocks (windows of supervisors); random numbers of the runtime's own; the order of GetChildren().
        Seen in part: a reply to an Ask is no step of its own; a mailbox with an order of its own tells its next message only by giving it.
        """;
}
