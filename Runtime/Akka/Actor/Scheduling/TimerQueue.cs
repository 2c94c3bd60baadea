namespace Akka.Actor;

/// <summary>A binary heap of scheduled work, earliest first and in the order of scheduling among equals. Not thread-safe.</summary>
internal sealed class TimerQueue
{
    private ScheduledWork[] _heap = new ScheduledWork[16];
    private long _sequence;

    public int Count { get; private set; }

    public ScheduledWork? Earliest => Count == 0 ? null : _heap[0];

    public void Add(ScheduledWork work)
    {
        work.Sequence = _sequence++;
        if (Count == _heap.Length) Array.Resize(ref _heap, Count * 2);
        Place(work, Count++);
        SiftUp(work);
    }

    public bool Remove(ScheduledWork work)
    {
        var at = work.Index;
        if (at < 0) return false;
        work.Index = -1;
        var last = _heap[--Count];
        _heap[Count] = null!;
        if (ReferenceEquals(last, work)) return true;
        Place(last, at);
        SiftUp(last);
        SiftDown(last);
        return true;
    }

    private static bool IsBefore(ScheduledWork a, ScheduledWork b) =>
        a.Due != b.Due ? a.Due < b.Due : a.Sequence < b.Sequence;

    private void Place(ScheduledWork work, int index)
    {
        _heap[index] = work;
        work.Index = index;
    }

    private void SiftUp(ScheduledWork work)
    {
        var at = work.Index;
        while (at > 0 && IsBefore(work, _heap[(at - 1) / 2]))
        {
            Place(_heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }

        Place(work, at);
    }

    private void SiftDown(ScheduledWork work)
    {
        var at = work.Index;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], work)) break;
            Place(_heap[child], at);
            at = child;
        }

        Place(work, at);
    }
}
