using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>A buffer as a call describes it, in either form of the call.</summary>
/// <param name="TypeNumber">Number of its type, as the caller's layer counts.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="HasNonZeroReserved">A field that must be zero is not.</param>
/// <param name="Iv">Its IV; empty: it holds no ciphertext.</param>
/// <param name="Ranges">Which bytes are said to be encrypted; null: none.</param>
/// <param name="IsPartial">Whether it is said to be encrypted in part.</param>
internal readonly record struct BufferRequest(
    int TypeNumber,
    uint Size,
    bool HasNonZeroReserved,
    ReadOnlyMemory<byte> Iv,
    EncryptedRanges? Ranges,
    bool IsPartial)
{
    public static BufferRequest From(in VideoDecoderBufferDesc desc)
    {
        var reserved = desc.BufferIndex | desc.DataOffset | desc.Width | desc.Height | desc.Stride | desc.ReservedBits;
        var ranges = desc.PartialEncryption
            ? EncryptedRanges.Pattern(desc.EncryptedBlockInfo)
            : desc.Iv.IsEmpty ? null : EncryptedRanges.Whole;
        return new(desc.BufferType, desc.DataSize, reserved != 0, desc.Iv, ranges, desc.PartialEncryption);
    }

    public static BufferRequest From(in VideoDecoderBufferDesc1 desc)
    {
        var map = desc.SubSamples.Span;
        ulong clear = 0, encrypted = 0;
        foreach (var one in map)
        {
            clear += one.ClearBytes;
            encrypted += one.EncryptedBytes;
        }

        var isClear = map.IsEmpty || (encrypted == 0 && clear == desc.DataSize);
        var ranges = isClear
            ? null
            : EncryptedRanges.SubSamples(desc.SubSamples);
        return new(
            desc.BufferType, desc.DataSize, desc.DataOffset != 0, desc.Iv, ranges, IsPartial: !isClear && clear > 0);
    }
}
