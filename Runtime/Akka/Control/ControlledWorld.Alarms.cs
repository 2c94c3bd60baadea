using Akka.Actor;
using Sim.Control;

namespace Akka.Control;

/// <content>Virtual time.</content>
internal sealed partial class ControlledWorld
{
    private AlarmList? _alarms;
    private long _scheduled;
    private long _rankedStep;
    private int _rank;
    private bool _hasEnded;

    public ReadOnlySpan<IAlarm> Alarms => _alarms is null ? default : _alarms.All;

    public void Fire(IAlarm alarm)
    {
        var at = (ControlledAlarm)alarm;
        if (!at.IsArmed || !ReferenceEquals(at.World, this)) throw new InvalidOperationException("The alarm is not armed.");
        Enter();
        var outer = _isHeld ? default : Surroundings.Here();
        try
        {
            AdvanceTo(at.Due);
            _alarms!.Remove(at);
            if (at.Interval > TimeSpan.Zero) AddAgain(at);
            TakeContinuations(isOurs: true);
            at.Run();
        }
        catch (Exception e)
        {
            // As in a scheduler with a thread: an action that throws must not end the time for all others.
            Leave(outer);
            _system.Log.Log(Event.LogLevel.ErrorLevel, e, "Error while executing scheduled task");
            return;
        }

        if (_isHeld) LeavePlainly();
        else Leave(outer);
    }

    public void Schedule(
        TimeSpan delay, TimeSpan interval, object target, object? message, IActorRef? sender, ICancelable? cancelable)
    {
        if (!IsHere)
        {
            Intrude("Schedule", target.ToString()!, message);
            return;
        }

        if (_hasEnded) throw new SchedulerException("cannot enqueue after timer shutdown");
        if (cancelable is { IsCancellationRequested: true }) return;
        if (_rankedStep != Cause) (_rankedStep, _rank) = (Cause, 0);
        var alarm = new ControlledAlarm(target, message, sender)
        {
            World = this,
            Id = _scheduled++,
            Rank = _rank++,
            Due = delay > TimeSpan.MaxValue - Now ? TimeSpan.MaxValue : Now + delay,
            Interval = interval,
            Cause = Cause,
        };
        (_alarms ??= new AlarmList()).Add(alarm);
        if (cancelable is null) return;
        if (cancelable is Cancelable own) own.OnCancel(alarm.Cancel);
        else cancelable.Token.UnsafeRegister(static cancelled => ((ControlledAlarm)cancelled!).Cancel(), alarm);
    }

    public void Cancel(ControlledAlarm alarm)
    {
        if (!IsHere)
        {
            Intrude("Cancel", alarm.Target.ToString()!, alarm.Message);
            return;
        }

        // One that has run is told of, too: a driver may want to know that it could have been cancelled before.
        if (alarm.Cause != Cause) Note(EffectKind.Cancelled, alarm.Id);
        _alarms!.Remove(alarm);
    }

    /// <summary>Drops what is scheduled; what somebody waits for runs now.</summary>
    public void EndTime()
    {
        _hasEnded = true;
        foreach (var alarm in _alarms?.Clear() ?? [])
        {
            if (alarm.Cause != Cause) Note(EffectKind.Cancelled, alarm.Id);
            if (alarm.RunsAtTheEnd) alarm.Run();
        }
    }

    private void AddAgain(ControlledAlarm alarm)
    {
        // One that was fired before its time keeps its distance from the time at which it was due.
        alarm.Due = alarm.Interval > TimeSpan.MaxValue - alarm.Due ? TimeSpan.MaxValue : alarm.Due + alarm.Interval;
        _alarms!.Add(alarm);
    }
}
