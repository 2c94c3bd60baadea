using System.Diagnostics.CodeAnalysis;

namespace Sim.Hardware.Sessions;

/// <summary>The accepted jobs of a session that have not ended: who they are and on which engine they run, if any.</summary>
public struct JobLedger
{
    /// <summary>The engine of a job that was not handed to one yet.</summary>
    public const int Held = -1;

    internal const int NoRow = -1;

    private const int FirstLength = 8;

    // Each job knows its row. A free one may keep the job that ended there, to be latched again: nobody else refers to it. There are
    // at most as many rows as jobs were open at once.
    private Row[] _rows = [];
    private int _used;
    private int _free = NoRow;

    // A number above all before it is nobody's. Clients count: a table is made for the first that comes with another number.
    private long _highest = long.MinValue;
    private NumberTable<LatchedJob>? _byNumber;

    /// <summary>Makes an empty ledger.</summary>
    public JobLedger()
    {
    }

    /// <summary>Accepted jobs that have not ended, held ones included.</summary>
    public int Count { readonly get; private set; }

    /// <summary>One that ended and may be latched again, to be accepted next; null when there is none.</summary>
    public readonly LatchedJob? Spent
    {
        get
        {
            var (rows, free) = (_rows, _free);
            return (uint)free < (uint)rows.Length ? rows[free].Job : null;
        }
    }

    /// <summary>True while a job of this number has not ended.</summary>
    public bool Contains(long job) => job <= _highest && (_byNumber ??= Numbered()).Contains(job);

    /// <summary>Enters an accepted job; none of its number may be open.</summary>
    public void Accept(LatchedJob job)
    {
        var number = job.Job;
        if (number > _highest)
            _highest = number;
        (job.IsOpen, job.Engine) = (true, Held);
        var place = _free;
        if (place < 0)
            place = Lengthen();
        ref var row = ref _rows[place];
        _free = row.NextFree;
        if (job.Row != place)
            (row.Job, job.Row) = (job, place);
        Count++;
        _byNumber?.Set(number, job);
    }

    /// <summary>Strikes a job out at its ending.</summary>
    /// <param name="job">The job.</param>
    /// <param name="isSpent">True: nobody else refers to it any more, and it may be latched again.</param>
    /// <returns>False when the job has ended before: a late answer, which means nothing any more.</returns>
    public bool TryEnd(LatchedJob job, bool isSpent = false)
    {
        if (!job.IsOpen)
            return false;
        job.IsOpen = false;
        _byNumber?.Remove(job.Job);
        ref var row = ref _rows[job.Row];
        row.NextFree = _free;
        _free = job.Row;
        if (!isSpent)
            (row.Job, job.Row) = (null, NoRow);
        Count--;
        return true;
    }

    /// <summary>Finds the earliest job, by position, that is on an engine.</summary>
    public readonly bool TryFindOn(int engine, [NotNullWhen(true)] out LatchedJob? job)
    {
        job = null;
        foreach (ref readonly var row in _rows.AsSpan(0, _used))
        {
            if (row.Job is { IsOpen: true } open && open.Engine == engine && (job is null || open.Position < job.Position))
                job = open;
        }

        return job is not null;
    }

    private int Lengthen()
    {
        if (_used == _rows.Length)
            Array.Resize(ref _rows, Math.Max(FirstLength, 2 * _used));
        _rows[_used].NextFree = NoRow;
        return _used++;
    }

    private readonly NumberTable<LatchedJob> Numbered()
    {
        NumberTable<LatchedJob> numbered = new();
        foreach (ref readonly var row in _rows.AsSpan(0, _used))
        {
            if (row.Job is { IsOpen: true } open)
                numbered.Set(open.Job, open);
        }

        return numbered;
    }

    private struct Row
    {
        public LatchedJob? Job;
        public int NextFree;
    }
}
