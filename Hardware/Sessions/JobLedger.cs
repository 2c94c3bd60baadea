using System.Diagnostics.CodeAnalysis;

namespace Sim.Hardware.Sessions;

/// <summary>The accepted jobs of a session that have not ended: who they are and on which engine they run, if any.</summary>
public sealed class JobLedger
{
    /// <summary>The engine of a job that was not handed to one yet.</summary>
    public const int Held = -1;

    private readonly Dictionary<long, Entry> _entries = [];

    /// <summary>Accepted jobs that have not ended, held ones included.</summary>
    public int Count => _entries.Count;

    /// <summary>True while a job of this number has not ended.</summary>
    public bool Contains(long job) => _entries.ContainsKey(job);

    /// <summary>Enters an accepted job.</summary>
    public void Accept(LatchedJob job) => _entries.Add(job.Job, new Entry(job, Held));

    /// <summary>Notes the engine that a job went to.</summary>
    public void Dispatch(LatchedJob job, int engine) => _entries[job.Job] = new Entry(job, engine);

    /// <summary>Strikes a job out at its ending.</summary>
    /// <returns>False when the job has ended before: a late answer, which means nothing any more.</returns>
    public bool TryEnd(LatchedJob job, out int engine)
    {
        engine = Held;
        if (!_entries.TryGetValue(job.Job, out var entry) || !ReferenceEquals(entry.Job, job))
            return false;
        engine = entry.Engine;
        return _entries.Remove(job.Job);
    }

    /// <summary>Finds the earliest job, by position, that is on an engine.</summary>
    public bool TryFindOn(int engine, [NotNullWhen(true)] out LatchedJob? job)
    {
        job = null;
        foreach (var entry in _entries.Values)
        {
            if (entry.Engine == engine && (job is null || entry.Job.Position < job.Position))
                job = entry.Job;
        }

        return job is not null;
    }

    private readonly record struct Entry(LatchedJob Job, int Engine);
}
