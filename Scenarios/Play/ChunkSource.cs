using System.Threading.Channels;
using Akka.Actor;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// The reading edge: on a thread of its own it fills free chunks from the file and tells the client. The number of chunks
/// bounds what is in memory.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="free">Chunks to fill; completed when the run is over.</param>
public sealed class ChunkSource(CencFile file, ChannelReader<PlaybackChunk> free)
{
    /// <summary>Reads the whole file.</summary>
    /// <returns>A task that ends when the file does, or when no chunk comes any more.</returns>
    public Task Run(IActorRef client) =>
        Task.Factory.StartNew(() => Read(client), TaskCreationOptions.LongRunning);

    private void Read(IActorRef client)
    {
        try
        {
            using var reader = file.OpenChunks();
            var job = 1L;
            while (TryTake(out var chunk))
            {
                if (!reader.ReadNext(chunk.Media))
                {
                    client.Tell(PlaybackClient.FileEnded.Instance, ActorRefs.NoSender);
                    return;
                }

                chunk.FirstJob = job;
                job += chunk.Media.Samples.Length;
                client.Tell(new PlaybackClient.ChunkRead(chunk), ActorRefs.NoSender);
            }
        }
        catch (Exception failure)
        {
            client.Tell(new PlaybackClient.EdgeFailed(failure), ActorRefs.NoSender);
        }
    }

    private bool TryTake(out PlaybackChunk chunk)
    {
        while (!free.TryRead(out chunk!))
        {
            if (!free.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                return false;
        }

        return true;
    }
}
