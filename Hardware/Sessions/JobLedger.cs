using System.Diagnostics.CodeAnalysis;

namespace Sim.Hardware.Sessions;

/// <summary>The accepted jobs of a session that have not ended: who they are and on which engine they run, if any.</summary>
public readonly struct JobLedger
{
    /// <summary>The engine of a job that was not handed to one yet.</summary>
    public const int Held = -1;

    private readonly NumberTable<LatchedJob> _open = new();

    /// <summary>Makes an empty ledger.</summary>
    public JobLedger()
    {
    }

    /// <summary>Accepted jobs that have not ended, held ones included.</summary>
    public int Count => _open.Count;

    /// <summary>True while a job of this number has not ended.</summary>
    public bool Contains(long job) => _open.Contains(job);

    /// <summary>Enters an accepted job; none of its number may be open.</summary>
    public void Accept(LatchedJob job)
    {
        (job.IsOpen, job.Engine) = (true, Held);
        _open.Set(job.Job, job);
    }

    /// <summary>Notes the engine that a job went to.</summary>
    public void Dispatch(LatchedJob job, int engine) => job.Engine = engine;

    /// <summary>Strikes a job out at its ending.</summary>
    /// <returns>False when the job has ended before: a late answer, which means nothing any more.</returns>
    public bool TryEnd(LatchedJob job, out int engine)
    {
        engine = job.Engine;
        if (!job.IsOpen)
            return false;
        job.IsOpen = false;
        return _open.Remove(job.Job, out _);
    }

    /// <summary>Finds the earliest job, by position, that is on an engine.</summary>
    public bool TryFindOn(int engine, [NotNullWhen(true)] out LatchedJob? job)
    {
        job = null;
        foreach (var (_, open) in _open.All())
        {
            if (open.Engine == engine && (job is null || open.Position < job.Position))
                job = open;
        }

        return job is not null;
    }
}
