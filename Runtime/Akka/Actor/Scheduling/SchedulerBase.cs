using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The base of schedulers: checks arguments and leaves six methods and three clocks to them.</summary>
public abstract class SchedulerBase : IScheduler, IAdvancedScheduler
{
    /// <summary>The section <c>akka.scheduler</c> of the configuration.</summary>
    protected readonly Config SchedulerConfig;

    /// <summary>Where the scheduler logs.</summary>
    protected readonly ILoggingAdapter Log;

    /// <summary>A scheduler of a system; created from <c>akka.scheduler.implementation</c>.</summary>
    /// <param name="scheduler">The configuration of the system.</param>
    /// <param name="log">Where the scheduler logs.</param>
    protected SchedulerBase(Config scheduler, ILoggingAdapter log)
    {
        SchedulerConfig = scheduler;
        Log = log;
    }

    /// <inheritdoc/>
    DateTimeOffset ITimeProvider.Now => TimeNow;

    /// <inheritdoc/>
    public abstract TimeSpan MonotonicClock { get; }

    /// <inheritdoc/>
    public abstract TimeSpan HighResMonotonicClock { get; }

    /// <inheritdoc/>
    IAdvancedScheduler IScheduler.Advanced => this;

    /// <summary>The time of day, in UTC.</summary>
    protected abstract DateTimeOffset TimeNow { get; }

    /// <inheritdoc/>
    void ITellScheduler.ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleTellOnce(delay, receiver, message, sender!, null!);
    }

    /// <inheritdoc/>
    void ITellScheduler.ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleTellOnce(delay, receiver, message, sender!, cancelable!);
    }

    /// <inheritdoc/>
    void ITellScheduler.ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender!, null!);
    }

    /// <inheritdoc/>
    void ITellScheduler.ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender!, cancelable!);
    }

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleOnce(delay, action, cancelable!);
    }

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleRepeatedly(initialDelay, interval, action, cancelable!);
    }

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    /// <inheritdoc/>
    void IActionScheduler.ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleOnce(delay, action, cancelable!);
    }

    /// <inheritdoc/>
    void IActionScheduler.ScheduleOnce(TimeSpan delay, Action action)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleOnce(delay, action, null!);
    }

    /// <inheritdoc/>
    void IActionScheduler.ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleRepeatedly(initialDelay, interval, action, cancelable!);
    }

    /// <inheritdoc/>
    void IActionScheduler.ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleRepeatedly(initialDelay, interval, action, null!);
    }

    /// <summary>Checks an interval.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="parameterName">The name for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    protected static void ValidateInterval(TimeSpan interval, string parameterName)
    {
        if (interval <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(parameterName, $"Interval must be >0. It was {interval}");
        }
    }

    /// <summary>Checks a delay.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="parameterName">The name for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    protected static void ValidateDelay(TimeSpan delay, string parameterName)
    {
        if (delay < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(parameterName, $"Delay must be >=0. It was {delay}");
        }
    }

    /// <summary>Sends a message after a delay.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="initialDelay">The delay of the first.</param>
    /// <param name="interval">The time from one to the next.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable);

    /// <summary>Runs an action after a delay.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable);

    /// <summary>Runs work after a delay.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="action">The work.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="initialDelay">The delay of the first.</param>
    /// <param name="interval">The time from one to the next.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable);

    /// <summary>Runs work again and again.</summary>
    /// <param name="initialDelay">The delay of the first.</param>
    /// <param name="interval">The time from one to the next.</param>
    /// <param name="action">The work.</param>
    /// <param name="cancelable">Cancels it; may be null.</param>
    protected abstract void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable);
}
