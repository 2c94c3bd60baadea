namespace Sim.Hardware.Crypto;

/// <summary>
/// Which bytes of a job's buffer are encrypted: all of them, the encrypted runs of a list of sub-samples, or a
/// pattern. The keystream runs on from one encrypted run to the next as if the clear bytes between were not there,
/// also in mid-block (ISO/IEC 23001-7, full-sample and sub-sample encryption).
/// </summary>
public sealed record EncryptedRanges
{
    private EncryptedRanges()
    {
    }

    /// <summary>The whole buffer is encrypted.</summary>
    public static EncryptedRanges Whole { get; } = new() { IsWhole = true };

    // There is no other layout without sub-samples and without a pattern.
    internal bool IsWhole { get; private init; }

    /// <summary>The sub-samples, when the layout is made of them.</summary>
    public ReadOnlyMemory<SubSample>? SubSampleMap { get; private init; }

    /// <summary>The pattern, when the layout is one.</summary>
    public EncryptedBlockInfo? BlockInfo { get; private init; }

    /// <summary>A layout of sub-samples in order from the start of the buffer. The memory is not copied: it must not
    /// change while the layout is in use.</summary>
    public static EncryptedRanges SubSamples(ReadOnlyMemory<SubSample> map) => new() { SubSampleMap = map };

    /// <summary>A layout that repeats a pattern to the end of the buffer.</summary>
    public static EncryptedRanges Pattern(EncryptedBlockInfo info) => new() { BlockInfo = info };

    /// <summary>Whether the layout describes a buffer of that many bytes: sub-samples must add up to exactly the
    /// length, the other layouts fit every length.</summary>
    public bool Fits(int length)
    {
        if (length < 0 || IsWhole)
            return length >= 0;
        return SubSampleMap is not { } map || Sum(map.Span, clear: 1) == (ulong)length;
    }

    /// <summary>How many bytes of a buffer of that length are encrypted.</summary>
    /// <exception cref="ArgumentException">The layout does not fit the length.</exception>
    public long EncryptedBytes(int length) => IsWhole && length >= 0 ? length : EncryptedBytesOfParts(length);

    /// <summary>Layouts are equal if they say the same, wherever their sub-samples are stored.</summary>
    public bool Equals(EncryptedRanges? other) =>
        other is not null
        && BlockInfo == other.BlockInfo
        && SubSampleMap.HasValue == other.SubSampleMap.HasValue
        && SubSampleMap.GetValueOrDefault().Span.SequenceEqual(other.SubSampleMap.GetValueOrDefault().Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(BlockInfo, SubSampleMap?.Length);

    internal void RequireFit(int length)
    {
        if (!Fits(length))
            throw new ArgumentException($"The encrypted ranges do not fit a buffer of {length} bytes.", nameof(length));
    }

    private long EncryptedBytesOfParts(int length)
    {
        RequireFit(length);
        if (SubSampleMap is { } map)
            return (long)Sum(map.Span, clear: 0);
        return BlockInfo is { } info ? (long)info.EncryptedBytes((ulong)length) : length;
    }

    // 2^31 entries of less than 2^33 bytes cannot overflow 64 bits.
    private static ulong Sum(ReadOnlySpan<SubSample> map, ulong clear)
    {
        var sum = 0UL;
        foreach (var entry in map)
            sum += (clear * entry.ClearBytes) + entry.EncryptedBytes;
        return sum;
    }
}
