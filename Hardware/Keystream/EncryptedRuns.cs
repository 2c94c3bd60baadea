using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>
/// The encrypted runs of a buffer, one after the other and without empty ones. Whether clear bytes use keystream is a
/// choice. Does not allocate.
/// </summary>
public struct EncryptedRuns
{
    private readonly EncryptedRanges _ranges;
    private readonly int _length;
    private readonly SkippedBytes _skipped;
    private int _offset;
    private int _piece;
    private ulong _encrypted;

    /// <summary>Begins before the first run.</summary>
    /// <param name="ranges">Which bytes are encrypted.</param>
    /// <param name="length">Bytes of the buffer.</param>
    /// <param name="skipped">What clear bytes do to the keystream.</param>
    /// <exception cref="ArgumentException">The layout does not fit the length.</exception>
    public EncryptedRuns(EncryptedRanges ranges, int length, SkippedBytes skipped)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        if (!ranges.Fits(length))
            throw new ArgumentException($"The layout does not fit {length} bytes.", nameof(length));
        (_ranges, _length, _skipped) = (ranges, length, skipped);
    }

    /// <summary>The run that <see cref="MoveNext"/> found.</summary>
    public EncryptedRun Current { get; private set; }

    /// <summary>Blocks of keystream that a buffer uses, the last perhaps in part.</summary>
    public static ulong Blocks(EncryptedRanges ranges, int length, SkippedBytes skipped)
    {
        var runs = new EncryptedRuns(ranges, length, skipped);
        ulong end = 0;
        while (runs.MoveNext())
            end = runs.Current.KeystreamOffset + (ulong)runs.Current.Length;
        return (end + BlockSize.Bytes - 1) / BlockSize.Bytes;
    }

    /// <summary>Goes to the next run.</summary>
    /// <returns>False behind the last.</returns>
    public bool MoveNext()
    {
        while (_offset < _length)
        {
            var (clear, encrypted) = NextPiece();
            var start = (int)Math.Min(_offset + (long)clear, _length);
            var length = (int)Math.Min(encrypted, (uint)(_length - start));
            _offset = start + length;
            if (length == 0)
                continue;
            Current = new(start, length, _skipped == SkippedBytes.UseKeystream ? (ulong)start : _encrypted);
            _encrypted += (ulong)length;
            return true;
        }

        return false;
    }

    private (uint Clear, uint Encrypted) NextPiece()
    {
        var piece = _piece++;
        if (_ranges.SubSampleMap is { } map)
            return (map.Span[piece].ClearBytes, map.Span[piece].EncryptedBytes);
        if (_ranges.BlockInfo is not { } info)
            return (0, uint.MaxValue);
        return piece == 0
            ? (0, info.NumEncryptedBytesAtBeginning)
            : info switch
            {
                { NumBytesInEncryptPattern: 0 } => (uint.MaxValue, 0),
                { NumBytesInSkipPattern: 0 } => (0, uint.MaxValue),
                _ => (info.NumBytesInSkipPattern, info.NumBytesInEncryptPattern),
            };
    }
}
