namespace Akka.Actor;

/// <summary>Stops an actor and waits for its end.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends a <see cref="PoisonPill"/> and waits for the end.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>True; faulted with <see cref="TaskCanceledException"/> when the time is over.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) =>
        target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Sends a message that makes the actor stop and waits for the end.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="stopMessage">The message.</param>
    /// <returns>True; faulted with <see cref="TaskCanceledException"/> when the time is over.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var internalTarget = (IInternalActorRef)target;
        var system = (ActorSystemImpl)internalTarget.Provider.Settings.System;
        var watcher = new StopWatcher(system, internalTarget);
        internalTarget.SendSystemMessage(new Dispatch.SysMsg.Watch(internalTarget, watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        return await watcher.Ended(timeout).ConfigureAwait(false);
    }
}
