using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Something that can be cancelled once.</summary>
public interface ICancelable
{
    /// <summary>True when it is cancelled.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>A token that is cancelled with it.</summary>
    CancellationToken Token { get; }

    /// <summary>Cancels it; a second time does nothing.</summary>
    void Cancel();

    /// <summary>Cancels it later.</summary>
    /// <param name="delay">When.</param>
    void CancelAfter(TimeSpan delay);

    /// <summary>Cancels it later.</summary>
    /// <param name="millisecondsDelay">When, in milliseconds.</param>
    void CancelAfter(int millisecondsDelay);

    /// <summary>Cancels it; a second time does nothing.</summary>
    /// <param name="throwOnFirstException">True to stop at the first callback that throws.</param>
    void Cancel(bool throwOnFirstException);
}

/// <summary>Tells the time.</summary>
public interface ITimeProvider
{
    /// <summary>The time of day, in UTC.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The time since the scheduler's beginning.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>The time since the scheduler's beginning, as fine as it goes.</summary>
    TimeSpan HighResMonotonicClock { get; }
}

/// <summary>Sends messages later.</summary>
public interface ITellScheduler
{
    /// <summary>Sends a message after a delay.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends a message after a delay unless it is cancelled.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends a message again and again until it is cancelled.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable);
}

/// <summary>Runs work later; it runs on the scheduler's thread and must be short.</summary>
public interface IRunnableScheduler
{
    /// <summary>Runs work after a delay unless it is cancelled.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="action">The work.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs work after a delay.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="action">The work.</param>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <summary>Runs work again and again until it is cancelled.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="action">The work.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs work again and again.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="action">The work.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);
}

/// <summary>Runs actions later; they run on the scheduler's thread and must be short.</summary>
public interface IActionScheduler : IRunnableScheduler
{
    /// <summary>Runs an action after a delay unless it is cancelled.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs an action after a delay.</summary>
    /// <param name="delay">The delay, not negative.</param>
    /// <param name="action">The action.</param>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Runs an action again and again until it is cancelled.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="initialDelay">The delay of the first, not negative.</param>
    /// <param name="interval">The time from one to the next, more than zero.</param>
    /// <param name="action">The action.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}

/// <summary>The part of a scheduler that runs code on its own thread.</summary>
public interface IAdvancedScheduler : IActionScheduler;

/// <summary>The clock and the alarm of a system.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>The part that runs code on the scheduler's own thread.</summary>
    IAdvancedScheduler Advanced { get; }
}
