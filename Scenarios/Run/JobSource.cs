using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

/// <summary>Which job of a client comes next: one that was refused as busy, else a new one.</summary>
/// <param name="spec">How many, or how long.</param>
public sealed class JobSource(JobSpec spec)
{
    private Queue<long>? _again;
    private long _fresh;

    /// <summary>Number of the next job, from 0.</summary>
    public long Next => _again is { Count: > 0 } ? _again.Peek() : _fresh;

    /// <summary>True while there is a next job.</summary>
    /// <param name="elapsed">Time since the start of the load.</param>
    public bool HasNext(TimeSpan elapsed) =>
        spec.Count is { } count ? _fresh < count || _again is { Count: > 0 } : elapsed < spec.For;

    /// <summary>Takes the next job.</summary>
    public long Take() => _again is { Count: > 0 } ? _again.Dequeue() : _fresh++;

    /// <summary>The job was not accepted; it comes again.</summary>
    public void Return(long job) => (_again ??= new()).Enqueue(job);
}
