using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>
/// What DecoderBeginFrame carries in place of a content key for a decoder of hardware keys
/// (D3D11_VIDEO_DECODER_BEGIN_FRAME_CRYPTO_SESSION).
/// </summary>
/// <param name="CryptoSession">The session.</param>
/// <param name="KeyInfoId">Address of the hardware key's GUID.</param>
/// <param name="Blob">Address of the sealed key from the DRM component.</param>
/// <param name="BlobSize">Its size in bytes.</param>
/// <param name="PrivateData">Address of the implementation's own data.</param>
/// <param name="PrivateDataSize">Its size in bytes.</param>
public readonly record struct BeginFrameCryptoSession(
    ContentHandle CryptoSession,
    ContentHandle KeyInfoId,
    ContentHandle Blob,
    uint BlobSize,
    ContentHandle PrivateData,
    uint PrivateDataSize)
{
    /// <summary>Size of the structure in bytes with 8-byte pointers, in both layers.</summary>
    public const int Size = 48;

    /// <summary>Writes the structure. The layers put sizes and addresses in different order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination has fewer than <see cref="Size"/>
    /// bytes.</exception>
    public void Write(Span<byte> destination, DecoderLayer layer)
    {
        var writer = new StructWriter(destination, Size, DdiAbi.X64);
        writer.Handle(CryptoSession);
        if (layer == DecoderLayer.Application)
        {
            writer.UInt32(BlobSize);
            writer.Handle(Blob);
            writer.Handle(KeyInfoId);
            writer.UInt32(PrivateDataSize);
            writer.Handle(PrivateData);
            return;
        }

        writer.Handle(Blob);
        writer.UInt32(BlobSize);
        writer.Handle(KeyInfoId);
        writer.Handle(PrivateData);
        writer.UInt32(PrivateDataSize);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source has fewer than <see cref="Size"/> bytes.</exception>
    public static BeginFrameCryptoSession Read(ReadOnlySpan<byte> source, DecoderLayer layer)
    {
        var reader = new StructReader(source, Size, DdiAbi.X64);
        var session = reader.Handle();
        if (layer == DecoderLayer.Application)
        {
            var (sizeFirst, blobNext) = (reader.UInt32(), reader.Handle());
            var (keyInfo, privateSize, own) = (reader.Handle(), reader.UInt32(), reader.Handle());
            return new(session, keyInfo, blobNext, sizeFirst, own, privateSize);
        }

        var (blob, blobSize) = (reader.Handle(), reader.UInt32());
        return new(session, reader.Handle(), blob, blobSize, reader.Handle(), reader.UInt32());
    }
}
