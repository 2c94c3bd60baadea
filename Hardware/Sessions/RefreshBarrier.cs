namespace Sim.Hardware.Sessions;

/// <summary>
/// What a session holds back, in stream order: jobs that wait, and the key switches between them. A job that comes while
/// the line is not empty joins it, so nothing overtakes a barrier.
/// </summary>
/// <param name="capacity">Most entries that may be held. The session's acceptance limits keep it below.</param>
public struct RefreshBarrier(int capacity)
{
    private const int FirstLength = 4;

    // A ring; its length is a power of two. Made when something is held: with some policies nothing ever is.
    private Entry[] _line = [];
    private int _first;

    /// <summary>True when nothing is held.</summary>
    public readonly bool IsOpen => Count == 0;

    /// <summary>Entries held.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Puts a job at the end of the line.</summary>
    /// <exception cref="InvalidOperationException">The line is full, which acceptance should have prevented.</exception>
    public void Hold(LatchedJob job)
    {
        var place = Lengthen();
        _line[place].Job = job;
    }

    /// <summary>Puts a key switch at the end of the line.</summary>
    /// <exception cref="InvalidOperationException">The line is full, which acceptance should have prevented.</exception>
    public void Hold(KeySwitch keySwitch)
    {
        var place = Lengthen();
        _line[place].KeySwitch = keySwitch;
    }

    /// <summary>Looks at the first entry: a job, or (when <paramref name="job"/> is null) a key switch.</summary>
    /// <returns>False when nothing is held.</returns>
    public readonly bool TryPeek(out LatchedJob? job, out KeySwitch keySwitch)
    {
        if (Count == 0)
        {
            (job, keySwitch) = (null, default);
            return false;
        }

        ref readonly var first = ref _line[_first];
        (job, keySwitch) = (first.Job, first.KeySwitch);
        return true;
    }

    /// <summary>Takes the first entry off the line.</summary>
    public void Pop()
    {
        _line[_first].Job = null;
        _first = (_first + 1) & (_line.Length - 1);
        Count--;
    }

    /// <summary>Empties the line, giving up what it held in order.</summary>
    public void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        for (; TryPeek(out var job, out var keySwitch); Pop())
            decisions.Add(job is not null ? KeySwitchDecision.Drop(job) : KeySwitchDecision.Drop(keySwitch));
    }

    // Makes room at the end. An entry that is not held has no job.
    private int Lengthen()
    {
        if (Count >= capacity)
            throw new InvalidOperationException($"The barrier's line is full ({capacity} entries).");
        if (Count == _line.Length)
            Grow();
        return (_first + Count++) & (_line.Length - 1);
    }

    private void Grow()
    {
        var longer = new Entry[Math.Max(FirstLength, 2 * Count)];
        for (var i = 0; i < Count; i++)
            longer[i] = _line[(_first + i) & (_line.Length - 1)];
        (_line, _first) = (longer, 0);
    }

    private struct Entry
    {
        public LatchedJob? Job;
        public KeySwitch KeySwitch;
    }
}
