namespace Sim.Hardware.Crypto;

/// <summary>Decrypts (or, being a counter mode, encrypts) a buffer of which only some ranges are encrypted.</summary>
public static class RangeCipher
{
    /// <summary>
    /// Transforms the encrypted runs with one contiguous keystream and copies the clear runs. In place, the clear runs
    /// are left alone. Does not allocate where the processor has AES instructions.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="iv">The counter block of the first encrypted 16 bytes.</param>
    /// <param name="ranges">Which bytes of the source are encrypted.</param>
    /// <param name="source">The whole buffer.</param>
    /// <param name="destination">At least as long as the source; the same memory, or memory that does not overlap
    /// it.</param>
    /// <exception cref="ArgumentException">The ranges do not fit the source, or the destination is too short or
    /// overlaps the source at another position.</exception>
    public static void Transform(
        AesKey key, AesCtrIv iv, EncryptedRanges ranges, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(ranges);
        if (ranges.IsWhole)
            AesCtr.Transform(key, iv, 0, source, destination);
        else
            TransformRuns(key, iv, ranges, source, destination);
    }

    private static void TransformRuns(
        AesKey key, AesCtrIv iv, EncryptedRanges ranges, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ranges.RequireFit(source.Length);
        AesCtr.RequireRoom(source, destination);
        var run = new Run(key, iv, source, destination);
        if (ranges.SubSampleMap is { } map)
            TransformSubSamples(ref run, map.Span);
        else if (ranges.BlockInfo is { } info)
            TransformPattern(ref run, info);
    }

    private static void TransformSubSamples(ref Run run, ReadOnlySpan<SubSample> map)
    {
        foreach (var entry in map)
        {
            run.Skip(entry.ClearBytes);
            run.Decrypt(entry.EncryptedBytes);
        }
    }

    private static void TransformPattern(ref Run run, EncryptedBlockInfo info)
    {
        run.Decrypt(info.NumEncryptedBytesAtBeginning);
        var (skip, encrypt) = (info.NumBytesInSkipPattern, info.NumBytesInEncryptPattern);
        if (encrypt == 0)
            skip = uint.MaxValue;
        else if (skip == 0)
            encrypt = uint.MaxValue;
        while (!run.AtEnd)
        {
            run.Skip(skip);
            run.Decrypt(encrypt);
        }
    }

    /// <summary>Where the transformation stands: what is left of the buffers, and how far the keystream is
    /// used.</summary>
    private ref struct Run(AesKey key, AesCtrIv iv, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        private ReadOnlySpan<byte> _source = source;
        private Span<byte> _destination = destination;
        private ulong _keystreamUsed;

        public readonly bool AtEnd => _source.IsEmpty;

        public void Skip(uint length)
        {
            var clear = Clip(length);
            if (!_source.Overlaps(_destination))
                _source[..clear].CopyTo(_destination);
            Advance(clear);
        }

        public void Decrypt(uint length)
        {
            var encrypted = Clip(length);
            AesCtr.Transform(key, iv, _keystreamUsed, _source[..encrypted], _destination);
            _keystreamUsed += (ulong)encrypted;
            Advance(encrypted);
        }

        private readonly int Clip(uint length) => (int)Math.Min(length, (uint)_source.Length);

        private void Advance(int length)
        {
            _source = _source[length..];
            _destination = _destination[length..];
        }
    }
}
