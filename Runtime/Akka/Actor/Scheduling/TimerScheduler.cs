namespace Akka.Actor;

/// <summary>The timers of one incarnation.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    // Not an ordered one: removing from that moves all later entries. The order of this one does not depend on hash codes.
    private Dictionary<object, Timer>? _timers;

    public IReadOnlyCollection<object> ActiveTimers => _timers is null ? [] : _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        Start(key, msg, interval, interval, cell);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval, cell);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null, cell);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) =>
        Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _timers?.ContainsKey(key) == true;

    public void Cancel(object key)
    {
        if (_timers is not null && _timers.Remove(key, out var timer)) timer.Cancelable.Cancel();
    }

    public void CancelAll()
    {
        if (_timers is null) return;
        foreach (var timer in _timers.Values) timer.Cancelable.Cancel();
        _timers.Clear();
    }

    /// <summary>Takes a timer's message if the timer that sent it still stands.</summary>
    public bool TryTake(TimerMessage message)
    {
        if (_timers is null || !_timers.TryGetValue(message.Key, out var timer) || !ReferenceEquals(timer, message.Owner)) return false;
        if (!message.Repeats) _timers.Remove(message.Key);
        return true;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan? interval, IActorRef sender)
    {
        Cancel(key);
        var scheduler = cell.System.Scheduler;
        var timer = new Timer(new Cancelable(scheduler));
        var wrapped = new TimerMessage(key, message, timer, interval is not null);
        (_timers ??= []).Add(key, timer);
        if (interval is { } period)
        {
            scheduler.ScheduleTellRepeatedly(delay, period, cell, wrapped, sender, timer.Cancelable);
        }
        else
        {
            scheduler.ScheduleTellOnce(delay, cell, wrapped, sender, timer.Cancelable);
        }
    }

    /// <summary>The identity of one start: a later start of the same key is another timer.</summary>
    private sealed class Timer(Cancelable cancelable)
    {
        public Cancelable Cancelable => cancelable;
    }
}
