namespace Sim.Hardware.Sessions;

/// <summary>
/// What a session holds back, in stream order: jobs that wait, and the key switches between them. A job that comes while
/// the line is not empty joins it, so nothing overtakes a barrier.
/// </summary>
/// <param name="capacity">Most entries that may be held. The session's acceptance limits keep it below.</param>
public struct RefreshBarrier(int capacity)
{
    // Made when something is held: with some policies nothing ever is.
    private Queue<Entry>? _line;

    /// <summary>True when nothing is held.</summary>
    public readonly bool IsOpen => Count == 0;

    /// <summary>Entries held.</summary>
    public readonly int Count => _line?.Count ?? 0;

    /// <summary>Puts a job at the end of the line.</summary>
    /// <exception cref="InvalidOperationException">The line is full, which acceptance should have prevented.</exception>
    public void Hold(LatchedJob job) => Add(new Entry(job, default));

    /// <summary>Puts a key switch at the end of the line.</summary>
    /// <exception cref="InvalidOperationException">The line is full, which acceptance should have prevented.</exception>
    public void Hold(KeySwitch keySwitch) => Add(new Entry(null, keySwitch));

    /// <summary>Looks at the first entry: a job, or (when <paramref name="job"/> is null) a key switch.</summary>
    /// <returns>False when nothing is held.</returns>
    public readonly bool TryPeek(out LatchedJob? job, out KeySwitch keySwitch)
    {
        if (_line is null || !_line.TryPeek(out var entry))
        {
            (job, keySwitch) = (null, default);
            return false;
        }

        (job, keySwitch) = (entry.Job, entry.KeySwitch);
        return true;
    }

    /// <summary>Takes the first entry off the line.</summary>
    public readonly void Pop() => _line!.Dequeue();

    /// <summary>Empties the line, giving up what it held in order.</summary>
    public readonly void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        while (_line?.TryDequeue(out var entry) is true)
        {
            decisions.Add(entry.Job is { } job
                ? KeySwitchDecision.Drop(job)
                : KeySwitchDecision.Drop(entry.KeySwitch));
        }
    }

    private void Add(Entry entry)
    {
        if (Count >= capacity)
            throw new InvalidOperationException($"The barrier's line is full ({capacity} entries).");
        (_line ??= new Queue<Entry>()).Enqueue(entry);
    }

    private readonly record struct Entry(LatchedJob? Job, KeySwitch KeySwitch);
}
