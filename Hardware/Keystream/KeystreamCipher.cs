using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>
/// Decrypts (or, being a counter mode, encrypts) a buffer under either choice of what clear bytes do to the keystream.
/// Under the default, <see cref="RangeCipher"/> does the same.
/// </summary>
public static class KeystreamCipher
{
    /// <summary>Transforms the encrypted runs and copies the clear bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="iv">The counter block that the buffer's keystream begins with.</param>
    /// <param name="ranges">Which bytes of the source are encrypted.</param>
    /// <param name="skipped">What clear bytes do to the keystream.</param>
    /// <param name="source">The whole buffer.</param>
    /// <param name="destination">At least as long; the same memory, or memory apart from it.</param>
    /// <exception cref="ArgumentException">The ranges do not fit the source, or the destination is too short or
    /// overlaps it.</exception>
    public static void Transform(
        AesKey key,
        AesCtrIv iv,
        EncryptedRanges ranges,
        SkippedBytes skipped,
        ReadOnlySpan<byte> source,
        Span<byte> destination)
    {
        AesCtr.RequireRoom(source, destination);
        var runs = new EncryptedRuns(ranges, source.Length, skipped);
        if (!source.Overlaps(destination))
            source.CopyTo(destination);
        while (runs.MoveNext())
        {
            var run = runs.Current;
            AesCtr.Transform(
                key,
                iv,
                run.KeystreamOffset,
                source.Slice(run.Offset, run.Length),
                destination.Slice(run.Offset, run.Length));
        }
    }
}
