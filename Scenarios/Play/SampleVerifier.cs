using Sim.Actors.Tracing;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>Compares every clear sample with the checksum that is known of it, and records the outcome in the trace.</summary>
/// <param name="expected">The checksums.</param>
/// <param name="tracks">Tracks of the file; stream n of the checksums is track n.</param>
/// <param name="trace">Where outcomes go.</param>
public sealed class SampleVerifier(SampleChecksums expected, IReadOnlyList<MediaTrack> tracks, ITrace trace)
{
    private readonly long[] _seen = new long[Math.Max(tracks.Count, expected.StreamCount)];
    private long _lastJob;

    /// <summary>Samples compared.</summary>
    public long Verified { get; private set; }

    /// <summary>Compares the samples of a chunk.</summary>
    public void Check(PlaybackChunk chunk)
    {
        var data = chunk.Media.Data.Span;
        var samples = chunk.Media.Samples;
        for (var i = 0; i < samples.Length; i++)
        {
            _lastJob = chunk.FirstJob + i;
            _seen[samples[i].Track]++;
            Verified++;
            trace.Record(new PlaintextCompared(_lastJob, Compare(samples[i], data)));
        }
    }

    /// <summary>The file is over: no checksum may be left.</summary>
    public void End()
    {
        for (var stream = 0; stream < _seen.Length; stream++)
        {
            if (expected.CountOf(stream) > _seen[stream])
            {
                trace.Record(new PlaintextCompared(
                    _lastJob, $"stream {stream} has {expected.CountOf(stream)} checksums, but {_seen[stream]} samples"));
            }
        }
    }

    private string? Compare(in MediaSample sample, ReadOnlySpan<byte> data)
    {
        var place = $"stream {sample.Track}, sample {sample.Number}";
        if (!expected.TryGet(sample.Track, sample.Number, out var size, out var md5))
            return $"{place}: there is no checksum for it";
        if (size != sample.Size)
            return $"{place}: has {sample.Size} bytes, its checksum is of {size}";
        return SampleChecksums.Md5(data.Slice(sample.Offset, sample.Size)) == md5 ? null : $"{place}: another MD5";
    }
}
