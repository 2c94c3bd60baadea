using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;

namespace Sim.Hardware.Decoding;

/// <summary>A buffer as a call describes it, in either form of the call.</summary>
/// <param name="TypeNumber">Number of its type, as the caller's layer counts.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="HasBadField">A field that must be zero is not, or fields do not go together.</param>
/// <param name="Iv">Its IV; empty: it holds no ciphertext.</param>
/// <param name="Ranges">Which bytes are said to be encrypted; null: none.</param>
/// <param name="IsPartial">Whether it is said to be encrypted in part.</param>
internal readonly record struct BufferRequest(
    int TypeNumber,
    uint Size,
    bool HasBadField,
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

    public static BufferRequest From(in VideoDecoderBufferDesc2 desc)
    {
        var unstriped = From(new VideoDecoderBufferDesc1
        {
            BufferType = desc.BufferType,
            DataOffset = desc.DataOffset,
            DataSize = desc.DataSize,
            Iv = desc.Iv,
            SubSamples = desc.SubSamples,
        });
        if (!StripedSubSamples.IsValid(desc.BlocksStripeEncrypted, desc.BlocksStripeClear))
            return unstriped with { HasBadField = true };
        // What does not fit its buffer is refused for that.
        if (desc.BlocksStripeEncrypted == 0 || unstriped.Ranges is not { } ranges || !Fits(ranges, desc.DataSize))
            return unstriped;
        var striped = StripedSubSamples.Expand(
            desc.SubSamples.Span, desc.BlocksStripeEncrypted, desc.BlocksStripeClear);
        if (striped is null)
            return unstriped with { HasBadField = true };
        var isClear = Array.TrueForAll(striped, one => one.EncryptedBytes == 0);
        return unstriped with { Ranges = isClear ? null : EncryptedRanges.SubSamples(striped), IsPartial = !isClear };
    }

    private static bool Fits(EncryptedRanges ranges, uint size) => size <= int.MaxValue && ranges.Fits((int)size);
}
