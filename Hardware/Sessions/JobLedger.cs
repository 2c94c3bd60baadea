using System.Diagnostics.CodeAnalysis;

namespace Sim.Hardware.Sessions;

/// <summary>The accepted jobs of a session that have not ended: who they are and on which engine they run, if any.</summary>
public struct JobLedger
{
    /// <summary>The engine of a job that was not handed to one yet.</summary>
    public const int Held = -1;

    private const int FirstLength = 8;

    // The open ones first, in no order, and behind them those that may be latched again: nobody else refers to them. Each knows its row.
    private LatchedJob[] _rows = [];
    private int _made;

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
    public readonly LatchedJob? Spent => Count < _made ? _rows[Count] : null;

    /// <summary>True while a job of this number has not ended.</summary>
    public bool Contains(long job) => job <= _highest && (_byNumber ??= Numbered()).Contains(job);

    /// <summary>Enters an accepted job; none of its number may be open.</summary>
    public void Accept(LatchedJob job)
    {
        var number = job.Job;
        if (number > _highest)
            _highest = number;
        (job.IsOpen, job.Engine) = (true, Held);
        if (job != Spent)
            Insert(job);
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
        Move(job, --Count);
        if (!isSpent)
            TakeOut(job);
        return true;
    }

    /// <summary>Finds the earliest job, by position, that is on an engine.</summary>
    public readonly bool TryFindOn(int engine, [NotNullWhen(true)] out LatchedJob? job)
    {
        job = null;
        foreach (var open in _rows.AsSpan(0, Count))
        {
            if (open.Engine == engine && (job is null || open.Position < job.Position))
                job = open;
        }

        return job is not null;
    }

    private void Insert(LatchedJob job)
    {
        if (_made == _rows.Length)
            Grow();
        (_rows[_made], job.Row) = (job, _made);
        _made++;
        Move(job, Count);
    }

    private void TakeOut(LatchedJob job)
    {
        Move(job, --_made);
        _rows[_made] = null!;
    }

    // The one that is there goes where the job was.
    private readonly void Move(LatchedJob job, int row)
    {
        var rows = _rows;
        var other = rows[row];
        if (other == job)
            return;
        var before = job.Row;
        (rows[before], other.Row) = (other, before);
        (rows[row], job.Row) = (job, row);
    }

    private void Grow()
    {
        var longer = new LatchedJob[Math.Max(FirstLength, 2 * _rows.Length)];
        _rows.CopyTo(longer, 0);
        _rows = longer;
    }

    private readonly NumberTable<LatchedJob> Numbered()
    {
        NumberTable<LatchedJob> numbered = new();
        foreach (var open in _rows.AsSpan(0, Count))
            numbered.Set(open.Job, open);
        return numbered;
    }
}
