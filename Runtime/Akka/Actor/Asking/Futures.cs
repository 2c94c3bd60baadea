using Akka.Control;

namespace Akka.Actor;

/// <summary>Asks: sends a message and gives a task for the reply.</summary>
public static class Futures
{
    /// <summary>Asks for a reply of any type.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait; null for <c>akka.actor.ask-timeout</c>.</param>
    /// <returns>The reply; faulted by <see cref="Status.Failure"/> and with <see cref="AskTimeoutException"/>.</returns>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks for a reply of any type.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <returns>The reply.</returns>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks for a reply of any type.</summary>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait; null for <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <returns>The reply.</returns>
    public static Task<object> Ask(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks for a reply of one type; another type faults the task.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait; null for <c>akka.actor.ask-timeout</c>.</param>
    /// <returns>The reply; faulted by <see cref="Status.Failure"/> and with <see cref="AskTimeoutException"/>.</returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <summary>Asks for a reply of one type; another type faults the task.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <returns>The reply.</returns>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>Asks for a reply of one type; another type faults the task.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait; null for <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <returns>The reply.</returns>
    public static Task<T> Ask<T>(
        this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var promise = Promise<T>(self);
        if (Arm(promise, timeout, cancellationToken)) self.Tell(message, promise);
        return promise.Result;
    }

    /// <summary>Asks with a message that holds the reference for the reply.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="self">Who is asked.</param>
    /// <param name="messageFactory">Makes the message from the reference.</param>
    /// <param name="timeout">How long to wait; null for <c>akka.actor.ask-timeout</c>.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <returns>The reply.</returns>
    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var promise = Promise<T>(self);
        if (Arm(promise, timeout, cancellationToken)) self.Tell(messageFactory(promise), promise);
        return promise.Result;
    }

    private static PromiseActorRef<T> Promise<T>(ICanTell target)
    {
        var system = target switch
        {
            ActorCell cell => cell.SystemImpl,
            ActorSelection { Anchor: IInternalActorRef anchor } => SystemOf(anchor),
            IInternalActorRef other => SystemOf(other),
            _ => throw new ArgumentException($"Unable to resolve the system of the target Actor: {target}", nameof(target)),
        };
        return system.World is { } world ? new ControlledPromise<T>(system, world) : new PromiseActorRef<T>(system);
    }

    private static ActorSystemImpl SystemOf(IInternalActorRef target) => (ActorSystemImpl)(
        target is Nobody ? ActorCell.Current?.System : target.Provider.Settings.System
        ?? throw new ArgumentException("Unable to resolve the system of the target Actor.", nameof(target)))!;

    private static bool Arm<T>(PromiseActorRef<T> promise, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        // A request that nobody wants any more is not sent; one whose short timeout passes on the way is.
        var isWanted = !cancellationToken.IsCancellationRequested;
        promise.Arm(timeout ?? ((ActorSystemImpl)promise.Provider.Settings.System).Settings.AskTimeout, cancellationToken);
        return isWanted;
    }
}
