using Sim.Scenarios.Media.Boxes;
using Sim.Scenarios.Media.Layout;
using Sim.Scenarios.Media.Movie;

namespace Sim.Scenarios.Media;

/// <summary>
/// An MP4 file (ISO/IEC 14496-12) whose samples are encrypted with scheme <c>cenc</c> (ISO/IEC 23001-7), and the layout
/// of the clear MP4 that is made from it. A file without protected samples is passed through unchanged.
/// </summary>
/// <remarks>
/// The clear file is the input with the protection boxes left out and with the sizes, offsets and sample formats changed
/// that follow from it. Nothing is ever added, so one map from old to new places serves every offset in the file.
/// </remarks>
public sealed class CencFile : IDisposable
{
    /// <summary>The largest sample in bytes (32 MiB, so that all chunks of a playback stay below 300 MB); a larger one is an error at <see cref="Open"/>.</summary>
    public const int SampleSizeMax = 32 << 20;

    private readonly MediaLayout _layout;

    private CencFile(MediaLayout layout)
    {
        _layout = layout;
        Tracks = [.. layout.Tracks.Select(Describe)];
    }

    /// <summary>The path that was opened.</summary>
    public string Path => _layout.Source.Path;

    /// <summary>The length of the file in bytes.</summary>
    public long Length => _layout.Source.Length;

    /// <summary>The tracks in the order of the movie box.</summary>
    public IReadOnlyList<MediaTrack> Tracks { get; }

    /// <summary>Every key id that a protected sample uses, in order of first use.</summary>
    public IReadOnlyList<KeyId> KeyIds => _layout.Census.KeyIds;

    /// <summary>All samples of all tracks.</summary>
    public long SampleCount => _layout.Census.Samples.Sum();

    /// <summary>The samples that are encrypted.</summary>
    public long ProtectedSampleCount => _layout.Census.Protected.Sum();

    /// <summary>The length of the clear file in bytes; never more than <see cref="Length"/>.</summary>
    public long OutputLength => Length - _layout.Cuts.Removed;

    /// <summary>Opens a file and checks everything that can be known without the bytes of its samples.</summary>
    /// <exception cref="MediaException">The file cannot be read, or is damaged, or uses what is not supported.</exception>
    public static CencFile Open(string path)
    {
        var source = MediaSource.Open(path);
        try
        {
            return new(MediaLayout.Read(source));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Begins the second pass, which streams the output file. Each call begins a pass of its own.</summary>
    public ChunkReader OpenChunks() => new(_layout);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _layout.Source.Dispose();

    private MediaTrack Describe(MovieTrack track) => new(
        track.Index,
        track.Id,
        BoxType.Text(track.Handler),
        BoxType.Text(track.Entries[0].Format),
        track.IsProtected,
        _layout.Census.Samples[track.Index],
        _layout.Census.Protected[track.Index]);
}
