using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>A buffer for SubmitDecoderBuffers (D3D11_VIDEO_DECODER_BUFFER_DESC).</summary>
public readonly record struct VideoDecoderBufferDesc
{
    /// <summary>Size of the application's structure in bytes with 8-byte pointers.</summary>
    public const int SizeX64 = 72;

    /// <summary>Size of the application's structure in bytes with 4-byte pointers.</summary>
    public const int SizeX86 = 64;

    /// <summary>Number of its type, as the caller's layer counts.</summary>
    public int BufferType { get; init; }

    /// <summary>Reserved; zero.</summary>
    public uint BufferIndex { get; init; }

    /// <summary>Must be zero.</summary>
    public uint DataOffset { get; init; }

    /// <summary>Bytes of data.</summary>
    public uint DataSize { get; init; }

    /// <summary>Address of the first macroblock.</summary>
    public uint FirstMbAddress { get; init; }

    /// <summary>Number of macroblocks.</summary>
    public uint NumMbsInBuffer { get; init; }

    /// <summary>Reserved; zero.</summary>
    public uint Width { get; init; }

    /// <summary>Reserved; zero.</summary>
    public uint Height { get; init; }

    /// <summary>Reserved; zero.</summary>
    public uint Stride { get; init; }

    /// <summary>Reserved; zero.</summary>
    public uint ReservedBits { get; init; }

    /// <summary>The IV; empty: the buffer holds no ciphertext.</summary>
    public ReadOnlyMemory<byte> Iv { get; init; }

    /// <summary>Whether <see cref="EncryptedBlockInfo"/> holds; else the whole buffer is encrypted.</summary>
    public bool PartialEncryption { get; init; }

    /// <summary>Which bytes are encrypted.</summary>
    public EncryptedBlockInfo EncryptedBlockInfo { get; init; }

    /// <summary>Writes the application's structure: the IV's address at 40, its size at 48, the pattern from 52 on
    /// (x64).</summary>
    /// <param name="destination">At least as long as the structure.</param>
    /// <param name="iv">The IV's address.</param>
    /// <param name="abi">Width of pointers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, ContentHandle iv, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size(abi), abi);
        writer.UInt32((uint)BufferType);
        writer.UInt32(BufferIndex);
        writer.UInt32(DataOffset);
        writer.UInt32(DataSize);
        writer.UInt32(FirstMbAddress);
        writer.UInt32(NumMbsInBuffer);
        writer.UInt32(Width);
        writer.UInt32(Height);
        writer.UInt32(Stride);
        writer.UInt32(ReservedBits);
        writer.Handle(iv);
        writer.UInt32((uint)Iv.Length);
        writer.Bool(PartialEncryption);
        writer.UInt32(EncryptedBlockInfo.NumEncryptedBytesAtBeginning);
        writer.UInt32(EncryptedBlockInfo.NumBytesInSkipPattern);
        writer.UInt32(EncryptedBlockInfo.NumBytesInEncryptPattern);
    }

    /// <summary>Reads the application's structure.</summary>
    /// <param name="source">At least as long as the structure.</param>
    /// <param name="memory">Finds the memory at an address, of a size; empty if there is none.</param>
    /// <param name="abi">Width of pointers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the structure.</exception>
    public static VideoDecoderBufferDesc Read(
        ReadOnlySpan<byte> source, Func<ContentHandle, uint, ReadOnlyMemory<byte>> memory, DdiAbi abi = DdiAbi.X64)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var reader = new StructReader(source, Size(abi), abi);
        return new()
        {
            BufferType = (int)reader.UInt32(),
            BufferIndex = reader.UInt32(),
            DataOffset = reader.UInt32(),
            DataSize = reader.UInt32(),
            FirstMbAddress = reader.UInt32(),
            NumMbsInBuffer = reader.UInt32(),
            Width = reader.UInt32(),
            Height = reader.UInt32(),
            Stride = reader.UInt32(),
            ReservedBits = reader.UInt32(),
            Iv = memory(reader.Handle(), reader.UInt32()),
            PartialEncryption = reader.Bool(),
            EncryptedBlockInfo = new(reader.UInt32(), reader.UInt32(), reader.UInt32()),
        };
    }

    /// <summary>Size of the application's structure in bytes.</summary>
    public static int Size(DdiAbi abi) => abi == DdiAbi.X64 ? SizeX64 : SizeX86;
}
