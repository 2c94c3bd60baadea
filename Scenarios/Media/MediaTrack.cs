namespace Sim.Scenarios.Media;

/// <summary>One track of a media file.</summary>
/// <param name="Index">The place of the track in the movie box, from 0; also its index in <see cref="MediaSample"/>.</param>
/// <param name="TrackId">The track's own number in the file, at least 1.</param>
/// <param name="Handler">Four characters for the kind of media: <c>vide</c>, <c>soun</c>, ...</param>
/// <param name="Format">Four characters for the original sample format: <c>avc1</c>, <c>mp4a</c>, ...</param>
/// <param name="IsProtected">Whether at least one of the track's sample entries is encrypted.</param>
/// <param name="SampleCount">All samples of the track, in sample tables and fragments.</param>
/// <param name="ProtectedSampleCount">The samples that are encrypted.</param>
public sealed record MediaTrack(
    int Index,
    uint TrackId,
    string Handler,
    string Format,
    bool IsProtected,
    long SampleCount,
    long ProtectedSampleCount);
