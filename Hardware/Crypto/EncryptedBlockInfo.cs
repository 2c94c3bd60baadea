namespace Sim.Hardware.Crypto;

/// <summary>
/// The pattern of a partly encrypted buffer (<c>D3D11_ENCRYPTED_BLOCK_INFO</c>): an encrypted beginning, then clear and
/// encrypted runs in turn to the end of the buffer.
/// </summary>
/// <param name="NumEncryptedBytesAtBeginning">Encrypted bytes at the start of the buffer.</param>
/// <param name="NumBytesInSkipPattern">Clear bytes behind the beginning and behind each encrypted run.</param>
/// <param name="NumBytesInEncryptPattern">Encrypted bytes behind each clear run. Zero: all the rest is clear.</param>
public readonly record struct EncryptedBlockInfo(
    uint NumEncryptedBytesAtBeginning, uint NumBytesInSkipPattern, uint NumBytesInEncryptPattern)
{
    /// <summary>Whether the byte at an offset from the start of the buffer is encrypted. With all three fields zero,
    /// nothing is.</summary>
    public bool IsEncrypted(ulong offset)
    {
        if (offset < NumEncryptedBytesAtBeginning)
            return true;
        if (NumBytesInEncryptPattern == 0)
            return false;
        var period = (ulong)NumBytesInSkipPattern + NumBytesInEncryptPattern;
        return (offset - NumEncryptedBytesAtBeginning) % period >= NumBytesInSkipPattern;
    }

    /// <summary>How many of the first <paramref name="length"/> bytes are encrypted.</summary>
    internal ulong EncryptedBytes(ulong length)
    {
        if (length <= NumEncryptedBytesAtBeginning)
            return length;
        if (NumBytesInEncryptPattern == 0)
            return NumEncryptedBytesAtBeginning;
        var period = (ulong)NumBytesInSkipPattern + NumBytesInEncryptPattern;
        var (periods, rest) = ulong.DivRem(length - NumEncryptedBytesAtBeginning, period);
        var partial = rest > NumBytesInSkipPattern ? rest - NumBytesInSkipPattern : 0;
        return NumEncryptedBytesAtBeginning + (periods * NumBytesInEncryptPattern) + partial;
    }
}
