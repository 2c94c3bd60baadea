using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Control;

/// <summary>The scheduler of a controlled world; its time is the world's.</summary>
internal sealed class ControlledScheduler(ControlledWorld world, Config scheduler, ILoggingAdapter log)
    : SchedulerBase(scheduler, log), IDisposable
{
    public override TimeSpan MonotonicClock => world.Now;

    public override TimeSpan HighResMonotonicClock => world.Now;

    protected override DateTimeOffset TimeNow => world.TimeOfDay;

    public void Dispose() => world.EndTime();

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        world.Schedule(delay, TimeSpan.Zero, receiver, message, sender, cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) =>
        world.Schedule(initialDelay, interval, receiver, message, sender, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        world.Schedule(delay, TimeSpan.Zero, action, null, null, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        world.Schedule(delay, TimeSpan.Zero, action, null, null, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        world.Schedule(initialDelay, interval, action, null, null, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        world.Schedule(initialDelay, interval, action, null, null, cancelable);
}
