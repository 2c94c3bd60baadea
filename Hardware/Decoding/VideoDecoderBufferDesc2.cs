using Sim.Hardware.Crypto;

namespace Sim.Hardware.Decoding;

/// <summary>
/// A buffer for SubmitDecoderBuffers2 (D3D11_VIDEO_DECODER_BUFFER_DESC2): the encrypted bytes of its sub-samples may be in
/// stripes (<see cref="Keystream.StripedSubSamples"/>).
/// </summary>
public readonly record struct VideoDecoderBufferDesc2
{
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

    /// <summary>Blocks of 16 bytes in an encrypted stripe; zero, as the other: no stripes.</summary>
    public uint BlocksStripeEncrypted { get; init; }

    /// <summary>Blocks of 16 bytes in a clear stripe; zero, as the other: no stripes.</summary>
    public uint BlocksStripeClear { get; init; }
}
