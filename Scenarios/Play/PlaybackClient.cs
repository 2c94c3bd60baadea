using System.Threading.Channels;
using Akka.Actor;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// Protocol of the client that plays a file: it negotiates a session, wraps the content keys, submits samples without
/// waiting for each other, and refreshes the session key as it goes.
/// </summary>
public static class PlaybackClient
{
    /// <summary>Starts playing; answered with <see cref="Played"/>, or a <see cref="Status.Failure"/>.</summary>
    public sealed record Play
    {
        /// <summary>The one instance.</summary>
        public static Play Instance { get; } = new();
    }

    /// <summary>Every sample is decrypted and written, and the session has ended.</summary>
    public sealed record Played
    {
        /// <summary>The one instance.</summary>
        public static Played Instance { get; } = new();
    }

    /// <summary>From the source: the next chunk.</summary>
    public sealed record ChunkRead(PlaybackChunk Chunk) : INoSerializationVerificationNeeded;

    /// <summary>From the source: there are no more chunks.</summary>
    public sealed record FileEnded
    {
        /// <summary>The one instance.</summary>
        public static FileEnded Instance { get; } = new();
    }

    /// <summary>From the sink: every chunk is written.</summary>
    public sealed record AllWritten
    {
        /// <summary>The one instance.</summary>
        public static AllWritten Instance { get; } = new();
    }

    /// <summary>From source or sink: reading or writing failed.</summary>
    public sealed record EdgeFailed(Exception Failure) : INoSerializationVerificationNeeded;

    /// <summary>From outside: the user wants to stop.</summary>
    public sealed record Cancel
    {
        /// <summary>The one instance.</summary>
        public static Cancel Instance { get; } = new();
    }

    /// <summary>How a client plays.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Keys">Content keys.</param>
    /// <param name="KeyIds">The key ids that the file uses; each has a key.</param>
    /// <param name="SessionKey">The first session key, 16 bytes.</param>
    /// <param name="Window">Most jobs in flight, at least 1.</param>
    /// <param name="RefreshEvery">Jobs from one refresh to the next; 0: no refresh.</param>
    /// <param name="Clear">Where decrypted chunks go, in output order.</param>
    public sealed record Setup(
        IActorRef Device,
        ContentKeys Keys,
        IReadOnlyList<KeyId> KeyIds,
        ReadOnlyMemory<byte> SessionKey,
        int Window,
        int RefreshEvery,
        ChannelWriter<PlaybackChunk> Clear)
    {
        /// <summary>The setup without its keys.</summary>
        public override string ToString() => $"playback of {KeyIds.Count} keys, window {Window}";
    }

    /// <summary>Makes a client.</summary>
    public static Props Props(Setup setup) => Akka.Actor.Props.Create(() => new PlaybackClientActor(setup));
}
