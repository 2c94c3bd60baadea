using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>The scheduler of a simulation: its time is the world's, and nothing fires that the driver does not fire.</summary>
public sealed class WorldScheduler : SchedulerBase, IDisposable
{
    /// <summary>Called by the system; takes the world that is held out on this thread.</summary>
    /// <param name="scheduler">The configuration.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="InvalidOperationException">No world is held out.</exception>
    public WorldScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
        World = DispatchedWorld.Take();
        World.Log = log;
    }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => World.Now;

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => World.Now;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => World.TimeOfDay;

    internal DispatchedWorld World { get; }

    /// <summary>Drops what is scheduled; called by the system at its end.</summary>
    public void Dispose() => World.EndTime();

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        World.Schedule(delay, TimeSpan.Zero, receiver, message, sender, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) =>
        World.Schedule(initialDelay, interval, receiver, message, sender, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        World.Schedule(delay, TimeSpan.Zero, action, null, null, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        World.Schedule(delay, TimeSpan.Zero, action, null, null, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        World.Schedule(initialDelay, interval, action, null, null, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        World.Schedule(initialDelay, interval, action, null, null, cancelable);
}
