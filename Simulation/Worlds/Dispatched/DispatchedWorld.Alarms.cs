using Akka.Actor;
using Akka.Event;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <content>Virtual time.</content>
internal sealed partial class DispatchedWorld
{
    private readonly Ordered<IAlarm> _alarms = new(AlarmOrder.Instance);
    private long _scheduled;
    private long _sequence;
    private long _rankedStep;
    private int _rank;
    private bool _hasEnded;

    public ReadOnlySpan<IAlarm> Alarms => _alarms.All;

    /// <summary>The log of the system, once it has one.</summary>
    public ILoggingAdapter? Log { get; set; }

    public void Fire(IAlarm alarm)
    {
        var at = (DispatchedAlarm)alarm;
        if (!at.IsArmed || !ReferenceEquals(at.World, this))
            throw new InvalidOperationException("The alarm is not armed.");
        Perform(at);
    }

    /// <summary>Arms an alarm.</summary>
    /// <exception cref="SchedulerException">The system has ended.</exception>
    public void Schedule(
        TimeSpan delay, TimeSpan interval, object target, object? message, IActorRef? sender, ICancelable? cancelable)
    {
        if (!IsHere)
        {
            Intrude("Schedule", target, message);
            return;
        }

        if (_hasEnded)
            throw new SchedulerException("The system has ended, and its time with it.");
        if (cancelable is { IsCancellationRequested: true })
            return;
        if (_rankedStep != Cause)
            (_rankedStep, _rank) = (Cause, 0);
        var alarm = new DispatchedAlarm(this, target, message, sender)
        {
            Id = _scheduled++,
            Rank = _rank++,
            Due = Later(Now, delay),
            Interval = interval,
            Cause = Cause,
        };
        Arm(alarm);
        alarm.Cancellation = cancelable?.Token.UnsafeRegister(static cancelled => ((DispatchedAlarm)cancelled!).Cancel(), alarm) ?? default;
    }

    /// <summary>The time of an alarm has come: moves time, and says when it comes again.</summary>
    public void Begin(DispatchedAlarm alarm)
    {
        AdvanceTo(alarm.Due);
        Disarm(alarm);
        if (alarm.Interval == TimeSpan.Zero)
        {
            alarm.Cancellation.Unregister();
            return;
        }

        // One that was fired before its time keeps its distance from the time at which it was due.
        alarm.Due = Later(alarm.Due, alarm.Interval);
        Arm(alarm);
    }

    /// <summary>Takes an alarm out.</summary>
    public void Cancel(DispatchedAlarm alarm)
    {
        if (IsHere)
            Disarm(alarm);
        else
            Intrude("Cancel", alarm.Target, alarm.Message);
    }

    /// <summary>Drops what is scheduled.</summary>
    public void EndTime()
    {
        _hasEnded = true;
        while (_alarms.All is [var first, ..])
            Disarm((DispatchedAlarm)first);
    }

    private static TimeSpan Later(TimeSpan time, TimeSpan delay) => delay > TimeSpan.MaxValue - time ? TimeSpan.MaxValue : time + delay;

    private void Arm(DispatchedAlarm alarm)
    {
        alarm.Sequence = _sequence++;
        alarm.IsArmed = true;
        _alarms.Add(alarm);
    }

    private void Disarm(DispatchedAlarm alarm)
    {
        if (!alarm.IsArmed)
            return;
        alarm.IsArmed = false;
        _alarms.Remove(alarm);
    }
}
