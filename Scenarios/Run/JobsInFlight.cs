namespace Sim.Scenarios.Run;

/// <summary>A client's submitted jobs that have not ended, each with its buffer.</summary>
/// <param name="content">What the jobs hold.</param>
/// <param name="buffers">Where their memory comes from.</param>
public sealed class JobsInFlight(JobContent content, JobBuffers buffers)
{
    private readonly Dictionary<long, Entry> _entries = [];

    /// <summary>How many.</summary>
    public int Count => _entries.Count;

    /// <summary>True while a job of this number is in flight.</summary>
    public bool Contains(long number) => _entries.ContainsKey(number);

    /// <summary>Enters a job.</summary>
    /// <param name="number">Its number on the device.</param>
    /// <param name="job">The client's own number of it.</param>
    /// <param name="shape">What it holds.</param>
    /// <param name="buffer">Where; goes back to the pool at the ending.</param>
    public void Add(long number, long job, JobShape shape, byte[] buffer) =>
        _entries.Add(number, new Entry(job, shape, buffer));

    /// <summary>A job has completed.</summary>
    /// <returns>Null when its clear bytes are those that were encrypted; else what differs, never bytes.</returns>
    /// <exception cref="RunException">It was not in flight.</exception>
    public string? Complete(long number)
    {
        var entry = Take(number);
        var difference = content.Difference(entry.Shape, entry.Buffer.AsSpan(0, entry.Shape.Size));
        buffers.Return(entry.Buffer);
        return difference;
    }

    /// <summary>A job was aborted or refused.</summary>
    /// <returns>The client's own number of it.</returns>
    /// <exception cref="RunException">It was not in flight.</exception>
    public long Drop(long number)
    {
        var entry = Take(number);
        buffers.Return(entry.Buffer);
        return entry.Job;
    }

    internal static RunException NotThere(long number) => new($"job {number} ended, but was not in flight");

    private Entry Take(long number) => _entries.Remove(number, out var entry) ? entry : throw NotThere(number);

    private readonly record struct Entry(long Job, JobShape Shape, byte[] Buffer);
}
