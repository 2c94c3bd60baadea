using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// A part of the output on its way round: filled by the reader, decrypted in place by the engines, checked and written by
/// the sink. Whoever received it last owns it.
/// </summary>
/// <param name="capacity">Bytes that it holds, unless a single sample is larger.</param>
public sealed class PlaybackChunk(int capacity = PlaybackChunk.DefaultCapacity)
{
    /// <summary>Bytes of a chunk, by default.</summary>
    public const int DefaultCapacity = 4 << 20;

    /// <summary>The bytes and samples.</summary>
    public MediaChunk Media { get; } = new(capacity);

    /// <summary>Number of the first sample's job; the next samples' follow. Samples are numbered through the file, from 1.</summary>
    public long FirstJob { get; set; }
}
