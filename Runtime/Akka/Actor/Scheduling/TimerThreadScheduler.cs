using System.Diagnostics;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The default scheduler: a queue and one thread, which starts with the first entry.</summary>
internal sealed class TimerThreadScheduler(Config scheduler, ILoggingAdapter log) : SchedulerBase(scheduler, log), IDisposable
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly object _monitor = new();
    private readonly TimerQueue _queue = new();
    private Thread? _thread;
    private bool _stopped;

    public override TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(_begin);

    public override TimeSpan HighResMonotonicClock => Stopwatch.GetElapsedTime(_begin);

    protected override DateTimeOffset TimeNow => DateTimeOffset.UtcNow;

    /// <summary>Ends the thread; what is scheduled is dropped, and scheduling more is an error.</summary>
    public void Dispose()
    {
        List<ScheduledWork> last = [];
        lock (_monitor)
        {
            _stopped = true;
            while (_queue.Earliest is { } work)
            {
                _queue.Remove(work);
                if (work.RunsAtTheEnd) last.Add(work);
            }

            Monitor.Pulse(_monitor);
        }

        foreach (var work in last) Run(work);
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(delay, new ScheduledTell(receiver, message, sender, cancelable));

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) =>
        Add(initialDelay, new ScheduledTell(receiver, message, sender, cancelable) { Interval = interval.Ticks });

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        Add(delay, new ScheduledAction(action, cancelable));

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        Add(delay, new ScheduledRunnable(action, cancelable));

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Add(initialDelay, new ScheduledAction(action, cancelable) { Interval = interval.Ticks });

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Add(initialDelay, new ScheduledRunnable(action, cancelable) { Interval = interval.Ticks });

    private void Add(TimeSpan delay, ScheduledWork work)
    {
        if (work.IsCancelled) return;

        // Cancelled work leaves the queue at once: otherwise timeouts that never fire would fill it.
        if (work.Cancelable is Cancelable own) own.OnCancel(work.Removal = () => Remove(work));
        lock (_monitor)
        {
            if (_stopped)
            {
                Forget(work);
                throw new SchedulerException("cannot enqueue after timer shutdown");
            }

            var now = MonotonicClock.Ticks;
            work.Due = delay.Ticks > long.MaxValue - now ? long.MaxValue : now + delay.Ticks;
            _queue.Add(work);
            if (_thread is null)
            {
                _thread = new Thread(Loop) { IsBackground = true, Name = "akka-scheduler" };
                _thread.Start();
            }
            else if (ReferenceEquals(_queue.Earliest, work))
            {
                Monitor.Pulse(_monitor);
            }
        }

        // Cancelled before it was in the queue: the callback has not found it there.
        if (work.IsCancelled) Remove(work);
    }

    private static void Forget(ScheduledWork work)
    {
        if (work.Removal is { } removal) ((Cancelable)work.Cancelable!).Forget(removal);
    }

    private void Remove(ScheduledWork work)
    {
        lock (_monitor) _queue.Remove(work);
    }

    private void Loop()
    {
        while (true)
        {
            ScheduledWork work;
            lock (_monitor)
            {
                while (true)
                {
                    if (_stopped) return;
                    var wait = _queue.Earliest is { } next ? next.Due - MonotonicClock.Ticks : long.MaxValue;
                    if (wait <= 0) break;
                    Monitor.Wait(_monitor, ToMilliseconds(wait));
                }

                work = _queue.Earliest!;
                _queue.Remove(work);
                if (work.Interval > 0 && !work.IsCancelled)
                {
                    work.Due += work.Interval;
                    _queue.Add(work);
                }
            }

            if (work.Interval == 0) Forget(work);
            Run(work);
        }
    }

    private static int ToMilliseconds(long ticks) =>
        (int)Math.Min(int.MaxValue - 1, ((ticks - 1) / TimeSpan.TicksPerMillisecond) + 1);

    private void Run(ScheduledWork work)
    {
        if (work.IsCancelled) return;
        try
        {
            work.Run();
        }
        catch (Exception e)
        {
            // An action that throws must not end the time for all others.
            Log.Error(e, "Error while executing scheduled task");
        }
    }
}
