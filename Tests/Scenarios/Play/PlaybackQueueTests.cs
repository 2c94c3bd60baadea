using Sim.Scenarios.Media;
using Sim.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

public sealed class PlaybackQueueTests
{
    [Fact]
    public void Samples_come_in_file_order_with_their_numbers_and_chunks_leave_in_order_when_they_are_clear()
    {
        var queue = new PlaybackQueue();
        var chunks = ChunksOfTheClip();
        chunks.ForEach(queue.Add);
        var jobs = new List<long>();
        while (queue.MoveToNext())
            jobs.Add(queue.TakeNext());

        Assert.Equal(Enumerable.Range(1, jobs.Count).Select(number => (long)number), jobs);
        Assert.Equal(chunks.Sum(chunk => chunk.Media.Samples.Length), jobs.Count);
        foreach (var job in Enumerable.Reverse(jobs).SkipLast(1))
        {
            queue.Completed(job);
            Assert.False(queue.TryTakeClear(out _));
        }

        queue.Completed(1);
        foreach (var chunk in chunks)
        {
            Assert.True(queue.TryTakeClear(out var taken));
            Assert.Same(chunk, taken);
        }

        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void A_chunk_that_was_not_submitted_is_not_clear()
    {
        var queue = new PlaybackQueue();
        queue.Add(ChunksOfTheClip()[0]);

        Assert.False(queue.TryTakeClear(out _));
    }

    [Fact]
    public void A_sample_is_found_by_its_job_while_its_chunk_is_in_hand()
    {
        var queue = new PlaybackQueue();
        var chunks = ChunksOfTheClip();
        chunks.ForEach(queue.Add);

        var (chunk, sample) = queue.Find(chunks[^1].FirstJob);

        Assert.Same(chunks[^1], chunk);
        Assert.Equal(chunks[^1].Media.Samples[0], sample);
        Assert.Throws<InvalidOperationException>(() => queue.Find(0));
    }

    private static List<PlaybackChunk> ChunksOfTheClip()
    {
        using var clip = CencFile.Open(RepositoryClip.Media);
        using var reader = clip.OpenChunks();
        var chunks = new List<PlaybackChunk>();
        var job = 1L;
        for (var chunk = new PlaybackChunk(1 << 16); reader.ReadNext(chunk.Media); chunk = new PlaybackChunk(1 << 16))
        {
            chunk.FirstJob = job;
            job += chunk.Media.Samples.Length;
            chunks.Add(chunk);
        }

        return chunks.FindAll(chunk => chunk.Media.Samples.Length > 0);
    }
}
