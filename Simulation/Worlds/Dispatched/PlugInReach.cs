namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>How far control reaches when a system is driven through Akka.NET's extension points.</summary>
internal static class PlugInReach
{
    public const string NotControlled =
        """
        This runtime has no world of its own: it is driven through Akka.NET's extension points, which do not reach everything.
        Noticed, and the run fails: Ask(...).PipeTo(...) unless useConfigureAwait is true; Task.Run, Task.Delay, CancelAfter, ConfigureAwait(false), real I/O; actors on a dispatcher that code registers.
        Not noticed: the timeout of an Ask (wall clock); DateTime.UtcNow and the static clocks (windows of supervisors); random numbers of the runtime's own, and the order of GetChildren().
        Seen in part: a reply to an Ask is no step of its own; a mailbox with an order of its own tells its next message only by giving it.
        """;
}
