using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Decoders. Nothing is decoded: what a frame's slice data decrypts to lies in its output surface, one buffer behind the
// other, as far as it has room.
public static partial class VideoDevice
{
    /// <summary>CreateVideoDecoder.</summary>
    public sealed record CreateVideoDecoder(VideoDecoderDesc Desc, VideoDecoderConfig Config) : ValueCall<DriverHandle>;

    /// <summary>Gives a decoder up. Its frame ends with it.</summary>
    public sealed record DestroyVideoDecoder(DriverHandle Decoder) : VoidCall;

    /// <summary>VideoDecoderGetHandle.</summary>
    public sealed record GetDriverHandle(DriverHandle Decoder) : ValueCall<ContentHandle>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderGetHandle;
    }

    /// <summary>VideoDecoderBeginFrame. Also E_INVALIDARG for an output that is not a protected surface of the
    /// device, or is mapped.</summary>
    /// <param name="Decoder">The decoder.</param>
    /// <param name="Output">The surface behind the output view.</param>
    /// <param name="ContentKey">The argument as it is: empty for null.</param>
    public sealed record DecoderBeginFrame(DriverHandle Decoder, DriverHandle Output, ReadOnlyMemory<byte> ContentKey)
        : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderBeginFrame;
    }

    /// <summary>VideoDecoderBeginFrame of a decoder of hardware keys. The device has none of their bytes: a buffer under
    /// one leaves the output undefined.</summary>
    /// <param name="Decoder">The decoder.</param>
    /// <param name="Output">The surface behind the output view.</param>
    /// <param name="ContentKeySize">Size of the structure, as the caller states it.</param>
    /// <param name="Key">The structure.</param>
    public sealed record DecoderBeginHwFrame(
        DriverHandle Decoder, DriverHandle Output, uint ContentKeySize, BeginFrameCryptoSession Key) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderBeginFrame;
    }

    /// <summary>VideoDecoderSubmitBuffers. Also E_INVALIDARG unless each buffer has its data.</summary>
    /// <param name="Decoder">The decoder.</param>
    /// <param name="Buffers">What the buffers are.</param>
    /// <param name="Data">What is in them, each at least as long as its DataSize says; untouched until the output can
    /// be mapped.</param>
    public sealed record SubmitDecoderBuffers(
        DriverHandle Decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc> Buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> Data) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderSubmitBuffers;
    }

    /// <summary>VideoDecoderSubmitBuffers1: the same with sub-samples.</summary>
    /// <inheritdoc cref="SubmitDecoderBuffers"/>
    public sealed record SubmitDecoderBuffers1(
        DriverHandle Decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc1> Buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> Data) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderSubmitBuffers1;
    }

    /// <summary>VideoDecoderSubmitBuffers2: the same with stripes in the sub-samples.</summary>
    /// <inheritdoc cref="SubmitDecoderBuffers"/>
    public sealed record SubmitDecoderBuffers2(
        DriverHandle Decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc2> Buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> Data) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderSubmitBuffers2;
    }

    /// <summary>VideoDecoderEndFrame.</summary>
    public sealed record DecoderEndFrame(DriverHandle Decoder) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.VideoDecoderEndFrame;
    }
}
