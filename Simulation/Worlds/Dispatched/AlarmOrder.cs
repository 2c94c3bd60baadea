using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>The earliest first, and in the order of scheduling among equals.</summary>
internal sealed class AlarmOrder : IComparer<IAlarm>
{
    public static AlarmOrder Instance { get; } = new();

    public int Compare(IAlarm? x, IAlarm? y)
    {
        var (a, b) = ((DispatchedAlarm)x!, (DispatchedAlarm)y!);
        var byTime = a.Due.CompareTo(b.Due);
        return byTime != 0 ? byTime : a.Sequence.CompareTo(b.Sequence);
    }
}
