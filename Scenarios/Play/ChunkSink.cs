using System.Threading.Channels;
using Akka.Actor;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// The writing edge: on a thread of its own it checks the clear samples of each chunk, writes the chunk and hands it back.
/// </summary>
/// <param name="clear">Decrypted chunks in output order; completed by the client after the last.</param>
/// <param name="free">Where empty chunks go.</param>
/// <param name="verifier">Compares samples with their checksums; null: nobody does.</param>
/// <param name="output">The clear file; null: none is written.</param>
/// <param name="progress">Told the bytes done so far after each chunk.</param>
public sealed class ChunkSink(
    ChannelReader<PlaybackChunk> clear,
    ChannelWriter<PlaybackChunk> free,
    SampleVerifier? verifier,
    AtomicOutput? output,
    Action<long> progress)
{
    /// <summary>Takes chunks until there are no more.</summary>
    /// <returns>A task that ends when the last chunk is written, or after the client was told of a failure.</returns>
    public Task Run(IActorRef client) =>
        Task.Factory.StartNew(() => Write(client), TaskCreationOptions.LongRunning);

    private void Write(IActorRef client)
    {
        try
        {
            while (clear.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (clear.TryRead(out var chunk))
                {
                    verifier?.Check(chunk);
                    output?.Write(chunk.Media.Data.Span);
                    progress(chunk.Media.OutputOffset + chunk.Media.Data.Length);
                    free.TryWrite(chunk);
                }
            }

            verifier?.End();
            client.Tell(PlaybackClient.AllWritten.Instance, ActorRefs.NoSender);
        }
        catch (Exception failure)
        {
            client.Tell(new PlaybackClient.EdgeFailed(failure), ActorRefs.NoSender);
        }
    }
}
