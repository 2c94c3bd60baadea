namespace Sim.Scenarios.Media;

/// <summary>One sample of a track, wholly inside a <see cref="MediaChunk"/>.</summary>
/// <param name="Track">The index of its track in <see cref="CencFile.Tracks"/>.</param>
/// <param name="Number">Its place in the decode order of its track, from 0.</param>
/// <param name="Offset">Where it begins in <see cref="MediaChunk.Data"/>.</param>
/// <param name="Size">Its size in bytes; may be 0.</param>
/// <param name="Protection">How it is encrypted; null when it is clear.</param>
public readonly record struct MediaSample(int Track, long Number, int Offset, int Size, SampleProtection? Protection);
