namespace Akka.Actor;

/// <summary>Shorter ways to schedule.</summary>
public static class SchedulerExtensions
{
    /// <summary>Sends a message after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    public static void ScheduleTellOnce(
        this ITellScheduler scheduler, int millisecondsDelay, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable = null) =>
        scheduler.ScheduleTellOnce(
            TimeSpan.FromMilliseconds(millisecondsDelay), receiver, message, sender, cancelable);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">The delay of the first in milliseconds.</param>
    /// <param name="millisecondsInterval">The time from one to the next in milliseconds.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    public static void ScheduleTellRepeatedly(
        this ITellScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, ICanTell receiver,
        object message, IActorRef? sender, ICancelable? cancelable = null) =>
        scheduler.ScheduleTellRepeatedly(
            TimeSpan.FromMilliseconds(initialMillisecondsDelay), TimeSpan.FromMilliseconds(millisecondsInterval),
            receiver, message, sender, cancelable);

    /// <summary>Sends a message after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="delay">The delay.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, TimeSpan delay, ICanTell receiver, object message, IActorRef? sender)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <summary>Sends a message after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, int millisecondsDelay, ICanTell receiver, object message, IActorRef? sender) =>
        scheduler.ScheduleTellOnceCancelable(
            TimeSpan.FromMilliseconds(millisecondsDelay), receiver, message, sender);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialDelay">The delay of the first.</param>
    /// <param name="interval">The time from one to the next.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message,
        IActorRef? sender)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">The delay of the first in milliseconds.</param>
    /// <param name="millisecondsInterval">The time from one to the next in milliseconds.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, ICanTell receiver,
        object message, IActorRef? sender) =>
        scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.FromMilliseconds(initialMillisecondsDelay), TimeSpan.FromMilliseconds(millisecondsInterval),
            receiver, message, sender);

    /// <summary>Runs an action after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    public static void ScheduleOnce(
        this IActionScheduler scheduler, int millisecondsDelay, Action action, ICancelable? cancelable = null) =>
        scheduler.ScheduleOnce(TimeSpan.FromMilliseconds(millisecondsDelay), action, cancelable);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">The delay of the first in milliseconds.</param>
    /// <param name="millisecondsInterval">The time from one to the next in milliseconds.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    public static void ScheduleRepeatedly(
        this IActionScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, Action action,
        ICancelable? cancelable = null) =>
        scheduler.ScheduleRepeatedly(
            TimeSpan.FromMilliseconds(initialMillisecondsDelay), TimeSpan.FromMilliseconds(millisecondsInterval),
            action, cancelable);

    /// <summary>Runs an action after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="delay">The delay.</param>
    /// <param name="action">The action.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleOnceCancelable(this IActionScheduler scheduler, TimeSpan delay, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleOnce(delay, action, cancelable);
        return cancelable;
    }

    /// <summary>Runs an action after a delay.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds.</param>
    /// <param name="action">The action.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleOnceCancelable(
        this IActionScheduler scheduler, int millisecondsDelay, Action action) =>
        scheduler.ScheduleOnceCancelable(TimeSpan.FromMilliseconds(millisecondsDelay), action);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialDelay">The delay of the first.</param>
    /// <param name="interval">The time from one to the next.</param>
    /// <param name="action">The action.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        return cancelable;
    }

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">The delay of the first in milliseconds.</param>
    /// <param name="millisecondsInterval">The time from one to the next in milliseconds.</param>
    /// <param name="action">The action.</param>
    /// <returns>Cancels it.</returns>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, Action action) =>
        scheduler.ScheduleRepeatedlyCancelable(
            TimeSpan.FromMilliseconds(initialMillisecondsDelay), TimeSpan.FromMilliseconds(millisecondsInterval),
            action);
}
