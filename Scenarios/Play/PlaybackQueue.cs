using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// The chunks that a client has in hand, in output order: which sample to submit next, and which chunks are done.
/// </summary>
public sealed class PlaybackQueue
{
    private readonly LinkedList<Entry> _chunks = [];
    private LinkedListNode<Entry>? _next;

    /// <summary>True when no chunk is in hand.</summary>
    public bool IsEmpty => _chunks.Count == 0;

    /// <summary>Takes a chunk in.</summary>
    public void Add(PlaybackChunk chunk)
    {
        var node = _chunks.AddLast(new Entry(chunk));
        _next ??= node;
    }

    /// <summary>Moves to the next protected sample that was not taken; clear ones are passed over.</summary>
    /// <returns>False when there is none in hand.</returns>
    public bool MoveToNext()
    {
        for (; _next is { Value: var entry }; _next = _next.Next)
        {
            var samples = entry.Chunk.Media.Samples;
            while (entry.NextSample < samples.Length && samples[entry.NextSample].Protection is null)
                entry.NextSample++;
            if (entry.NextSample < samples.Length)
                return true;
        }

        return false;
    }

    /// <summary>Takes the sample that <see cref="MoveToNext"/> found, and counts its job as open.</summary>
    /// <returns>The number of its job.</returns>
    public long TakeNext()
    {
        var entry = _next!.Value;
        entry.OpenJobs++;
        return entry.Chunk.FirstJob + entry.NextSample++;
    }

    /// <summary>Finds a sample by its job.</summary>
    public (PlaybackChunk Chunk, MediaSample Sample) Find(long job)
    {
        var chunk = EntryOf(job).Chunk;
        return (chunk, chunk.Media.Samples[(int)(job - chunk.FirstJob)]);
    }

    /// <summary>A job is done.</summary>
    public void Completed(long job) => EntryOf(job).OpenJobs--;

    /// <summary>Takes the first chunk out if every sample of it is done.</summary>
    public bool TryTakeClear(out PlaybackChunk chunk)
    {
        chunk = null!;
        if (_chunks.First is not { Value: var first } || first.OpenJobs > 0 || first.NextSample < first.Chunk.Media.Samples.Length)
            return false;
        if (ReferenceEquals(_next, _chunks.First))
            _next = _chunks.First.Next;
        _chunks.RemoveFirst();
        chunk = first.Chunk;
        return true;
    }

    private Entry EntryOf(long job)
    {
        foreach (var entry in _chunks)
        {
            if (job >= entry.Chunk.FirstJob && job < entry.Chunk.FirstJob + entry.Chunk.Media.Samples.Length)
                return entry;
        }

        throw new InvalidOperationException($"Job {job} belongs to no chunk in hand.");
    }

    private sealed class Entry(PlaybackChunk chunk)
    {
        public PlaybackChunk Chunk => chunk;

        public int NextSample { get; set; }

        public int OpenJobs { get; set; }
    }
}
