using System.Threading.Channels;
using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// Protocol of the edge of a playback in virtual mode, where no thread but the world's may take part: it makes the client, reads
/// chunks as long as there are free ones, checks and writes the clear ones, and sends them round again. Virtual time stands
/// still while it reads and writes.
/// </summary>
internal static class PlaybackEdge
{
    /// <summary>From the client: a chunk is decrypted.</summary>
    public sealed record ChunkClear(PlaybackChunk Chunk) : INoSerializationVerificationNeeded;

    /// <summary>From the client: there are no more chunks.</summary>
    public sealed record AllClear
    {
        public static AllClear Instance { get; } = new();
    }

    /// <summary>How a playback went; whoever drives the world reads it between steps.</summary>
    public sealed class State
    {
        /// <summary>True when every sample is decrypted and written, and the session has ended.</summary>
        public bool IsPlayed { get; set; }

        /// <summary>Why it could not go on; null: it could.</summary>
        public Exception? Failure { get; set; }
    }

    /// <summary>What an edge works with.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Client">Makes the client, given where decrypted chunks go.</param>
    /// <param name="Verifier">Compares samples with their checksums; null: nobody does.</param>
    /// <param name="Output">The clear file; null: none is written.</param>
    /// <param name="State">Where it notes how it goes.</param>
    public sealed record Setup(
        CencFile File, Func<ChannelWriter<PlaybackChunk>, Props> Client, SampleVerifier? Verifier, AtomicOutput? Output, State State);

    /// <summary>Makes an edge.</summary>
    public static Props Props(Setup setup) =>
        new Recipe<PlaybackEdgeActor, Setup>(setup, static setup => new PlaybackEdgeActor(setup));

    /// <summary>Sends decrypted chunks to the edge as messages.</summary>
    public sealed class Writer(IActorRef edge) : ChannelWriter<PlaybackChunk>
    {
        public override bool TryWrite(PlaybackChunk item)
        {
            edge.Tell(new ChunkClear(item), ActorRefs.NoSender);
            return true;
        }

        public override bool TryComplete(Exception? error = null)
        {
            edge.Tell(AllClear.Instance, ActorRefs.NoSender);
            return true;
        }

        public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) => new(true);
    }
}
