using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time stands still until a test moves it. Use it with
/// <c>akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"</c>. What is due runs on the thread that
/// moves the time, in the order of its times and, at one time, in the order in which it was scheduled.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Work, (DateTimeOffset At, long Number)> _work = new();
    private DateTimeOffset _now = Start;
    private long _number;

    /// <summary>Creates a scheduler at the beginning of the year 2000, UTC.</summary>
    /// <param name="schedulerConfig">Not used; there for the constructor that schedulers have.</param>
    /// <param name="log">Not used; there for the constructor that schedulers have.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => TimeNow;

    /// <summary>The time since the scheduler was created.</summary>
    public TimeSpan MonotonicClock => TimeNow - Start;

    /// <summary>The time since the scheduler was created.</summary>
    public TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <summary>This scheduler.</summary>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The time.</summary>
    protected DateTimeOffset TimeNow
    {
        get
        {
            lock (_gate) return _now;
        }
    }

    /// <summary>Moves the time on, and runs what falls due on the way, also what is scheduled meanwhile.</summary>
    /// <param name="offset">By how much; not negative.</param>
    public void Advance(TimeSpan offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        AdvanceTo(TimeNow + offset);
    }

    /// <summary>Moves the time on, and runs what falls due on the way, also what is scheduled meanwhile.</summary>
    /// <param name="when">Until when; not before <see cref="Now"/>.</param>
    public void AdvanceTo(DateTimeOffset when)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(when, TimeNow);
        while (NextUntil(when) is { } work) work.Run();
    }

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    /// <inheritdoc/>
    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable) =>
        Schedule(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(delay, null, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action) => Schedule(delay, null, action, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        Schedule(initialDelay, interval, action, null);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(delay, null, action.Run, cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => Schedule(delay, null, action.Run, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(initialDelay, interval, action.Run, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        Schedule(initialDelay, interval, action.Run, null);

    private void Schedule(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (interval is { } given) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(given, TimeSpan.Zero, nameof(interval));
        lock (_gate) Enqueue(new Work(_now + delay, interval, action, cancelable));
    }

    private void Enqueue(Work work) => _work.Enqueue(work, (work.At, _number++));

    private Work? NextUntil(DateTimeOffset when)
    {
        lock (_gate)
        {
            while (_work.TryPeek(out var work, out _) && work.At <= when)
            {
                _work.Dequeue();
                if (work.IsCancelled) continue;
                if (work.At > _now) _now = work.At;
                if (work.Interval is { } interval) Enqueue(work with { At = work.At + interval });
                return work;
            }

            if (when > _now) _now = when;
            return null;
        }
    }

    private sealed record Work(DateTimeOffset At, TimeSpan? Interval, Action Action, ICancelable? Cancelable)
    {
        public bool IsCancelled => Cancelable is { IsCancellationRequested: true };

        public void Run() => Action();
    }
}
