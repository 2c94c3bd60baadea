using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Sim.Tests.Runtime;

/// <summary>A scheduler whose time only a test moves.</summary>
public sealed class ManualScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log)
{
    public const string Use = "akka.scheduler.implementation = \"Sim.Tests.Runtime.ManualScheduler, Sim.Tests\"\n";

    private readonly Lock _lock = new();
    private readonly List<(TimeSpan Due, TimeSpan? Interval, Action Action, ICancelable? Cancelable)> _entries = [];
    private TimeSpan _now;

    public override TimeSpan MonotonicClock => _now;

    public override TimeSpan HighResMonotonicClock => _now;

    protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + _now;

    /// <summary>The entries that are neither due nor cancelled.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _entries.Count(e => e.Cancelable is not { IsCancellationRequested: true });
        }
    }

    public void Advance(TimeSpan by)
    {
        var end = _now + by;
        while (TryTake(end, out var entry))
        {
            _now = entry.Due;
            if (entry.Cancelable is not { IsCancellationRequested: true }) entry.Action();
        }

        _now = end;
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(delay, null, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) => Add(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Add(delay, null, action, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Add(delay, null, action.Run, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Add(initialDelay, interval, action, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Add(initialDelay, interval, action.Run, cancelable);

    private void Add(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        lock (_lock) _entries.Add((_now + delay, interval, action, cancelable));
    }

    private bool TryTake(
        TimeSpan end, out (TimeSpan Due, TimeSpan? Interval, Action Action, ICancelable? Cancelable) entry)
    {
        lock (_lock)
        {
            entry = _entries.Where(e => e.Due <= end).OrderBy(e => e.Due).FirstOrDefault();
            if (entry.Action is null) return false;
            _entries.Remove(entry);
            if (entry.Interval is { } interval) _entries.Add(entry with { Due = entry.Due + interval });
            return true;
        }
    }
}
