using Sim.Control;

namespace Akka.Control;

/// <summary>What is scheduled in a controlled world, the earliest first and in the order of scheduling among equals.</summary>
internal sealed class AlarmList
{
    private ControlledAlarm[] _all = new ControlledAlarm[4];
    private int _count;

    public ReadOnlySpan<IAlarm> All => new((IAlarm[])_all, 0, _count);

    public void Add(ControlledAlarm alarm)
    {
        if (_count == _all.Length) Array.Resize(ref _all, _count * 2);
        var at = PlaceBehind(alarm.Due);
        if (at < _count) Array.Copy(_all, at, _all, at + 1, _count - at);
        _all[at] = alarm;
        _count++;
        alarm.IsArmed = true;
    }

    public void Remove(ControlledAlarm alarm)
    {
        if (!alarm.IsArmed) return;
        var at = PlaceBehind(alarm.Due) - 1;
        while (!ReferenceEquals(_all[at], alarm)) at--;
        _count--;
        if (at < _count) Array.Copy(_all, at + 1, _all, at, _count - at);
        _all[_count] = null!;
        alarm.IsArmed = false;
    }

    /// <summary>Takes all out.</summary>
    public ControlledAlarm[] Clear()
    {
        var all = _all[.._count];
        foreach (var alarm in all) alarm.IsArmed = false;
        Array.Clear(_all);
        _count = 0;
        return all;
    }

    private int PlaceBehind(TimeSpan due)
    {
        // Mostly it is the last: time goes on.
        if (_count == 0 || _all[_count - 1].Due <= due) return _count;
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Due <= due) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
