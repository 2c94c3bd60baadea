using Akka.Event;

namespace Akka.Actor;

/// <summary>An actor with timers of its own.</summary>
public interface IWithTimers
{
    /// <summary>The timers; set by the runtime before the first message.</summary>
    ITimerScheduler Timers { get; set; }
}

/// <summary>
/// Timers of one incarnation of an actor, by key. Starting a timer replaces the one of the same key; nothing of a timer
/// that was cancelled or replaced, or that an earlier incarnation had started, is delivered any more.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that are running.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends a message to the actor itself again and again.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="interval">The time to the first and from one to the next, more than zero.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Sends a message to the actor itself again and again.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="interval">The time to the first and from one to the next, more than zero.</param>
    /// <param name="sender">The sender.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    /// <summary>Sends a message to the actor itself again and again.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="initialDelay">The time to the first.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>Sends a message to the actor itself again and again.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="initialDelay">The time to the first.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="sender">The sender.</param>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    /// <summary>Sends a message to the actor itself once.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="timeout">When.</param>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>Sends a message to the actor itself once.</summary>
    /// <param name="key">Names the timer.</param>
    /// <param name="msg">The message.</param>
    /// <param name="timeout">When.</param>
    /// <param name="sender">The sender.</param>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);

    /// <summary>Tells whether a timer is running.</summary>
    /// <param name="key">Names the timer.</param>
    /// <returns>True when it is.</returns>
    bool IsTimerActive(object key);

    /// <summary>Stops a timer.</summary>
    /// <param name="key">Names the timer.</param>
    void Cancel(object key);

    /// <summary>Stops all timers.</summary>
    void CancelAll();
}

/// <summary>What a timer puts into the mailbox; the message inside is handled only if the timer still stands.</summary>
internal sealed class TimerMessage(object key, object message, object owner, bool repeats)
    : IAutoReceivedMessage, INoSerializationVerificationNeeded, IDeadLetterSuppression,
        IWrappedMessage
{
    public object Key => key;

    public object Message => message;

    public object Owner => owner;

    public bool Repeats => repeats;
}
