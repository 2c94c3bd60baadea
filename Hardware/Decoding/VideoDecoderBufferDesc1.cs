using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>A buffer for SubmitDecoderBuffers1 (D3D11_VIDEO_DECODER_BUFFER_DESC1).</summary>
public readonly record struct VideoDecoderBufferDesc1
{
    /// <summary>Size of the application's structure in bytes with 8-byte pointers.</summary>
    public const int SizeX64 = 48;

    /// <summary>Size of a sub-sample in memory: clear bytes, then encrypted bytes.</summary>
    public const int SubSampleSize = 8;

    /// <summary>Number of its type, as the caller's layer counts.</summary>
    public int BufferType { get; init; }

    /// <summary>Must be zero.</summary>
    public uint DataOffset { get; init; }

    /// <summary>Bytes of data.</summary>
    public uint DataSize { get; init; }

    /// <summary>The IV; empty: the buffer holds no ciphertext.</summary>
    public ReadOnlyMemory<byte> Iv { get; init; }

    /// <summary>Clear and encrypted bytes in turn from the start of the buffer; empty: nothing is encrypted. Must not
    /// change while the buffer is in use.</summary>
    public ReadOnlyMemory<SubSample> SubSamples { get; init; }

    /// <summary>Writes the application's structure: addresses at 16 and 32, their sizes at 24 and 40 (x64).</summary>
    /// <param name="destination">At least <see cref="SizeX64"/> bytes.</param>
    /// <param name="iv">The IV's address.</param>
    /// <param name="subSamples">The sub-samples' address.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, ContentHandle iv, ContentHandle subSamples)
    {
        var writer = new StructWriter(destination, SizeX64, DdiAbi.X64);
        writer.UInt32((uint)BufferType);
        writer.UInt32(DataOffset);
        writer.UInt32(DataSize);
        writer.Handle(iv);
        writer.UInt32((uint)Iv.Length);
        writer.Handle(subSamples);
        writer.UInt32((uint)SubSamples.Length);
    }

    /// <summary>Reads sub-samples (D3D11_VIDEO_DECODER_SUB_SAMPLE_MAPPING_BLOCK) as they lie in memory.</summary>
    /// <exception cref="ArgumentException">The memory does not hold whole sub-samples.</exception>
    public static SubSample[] ReadSubSamples(ReadOnlySpan<byte> source)
    {
        var (count, rest) = Math.DivRem(source.Length, SubSampleSize);
        if (rest != 0)
            throw new ArgumentException($"{source.Length} bytes are not whole sub-samples.", nameof(source));
        var map = new SubSample[count];
        var reader = new StructReader(source, source.Length, DdiAbi.X64);
        for (var i = 0; i < count; i++)
            map[i] = new(reader.UInt32(), reader.UInt32());
        return map;
    }
}
