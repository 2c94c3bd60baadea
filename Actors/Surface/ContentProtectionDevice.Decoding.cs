using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;

namespace Sim.Actors.Surface;

// Decoders. Nothing is decoded: a frame's output holds what its slice data decrypt to.
public sealed partial class ContentProtectionDevice
{
    /// <summary>ID3D11VideoDevice::CreateVideoDecoder.</summary>
    /// <returns>S_OK; E_INVALIDARG for a profile that the device does not have, or encryption that it cannot undo;
    /// E_OUTOFMEMORY without room.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodevice-createvideodecoder"/>
    public async Task<DdiResult<VideoDecoder?>> CreateVideoDecoderAsync(
        VideoDecoderDesc desc, VideoDecoderConfig config, CancellationToken cancel = default)
    {
        var (status, handle) = await AskAsync(new VideoDevice.CreateVideoDecoder(desc, config), cancel);
        return new(status, status == DdiStatus.Ok ? new(this, handle) : null);
    }

    /// <summary>ID3D11VideoContext::DecoderBeginFrame.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="view">Where the frame goes: a protected surface.</param>
    /// <param name="contentKey">Empty: the frame is clear. 16 zeros: the session key. Else a content key of 16 bytes that
    /// the session key in force wraps.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_PENDING or D3DERR_WASSTILLDRAWING while the hardware is busy: try again; E_INVALIDARG for a key of
    /// another size or without a session that has one, and within another frame.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-decoderbeginframe"/>
    public Task<DdiStatus> DecoderBeginFrameAsync(
        VideoDecoder decoder,
        VideoSurface view,
        ReadOnlyMemory<byte> contentKey,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.DecoderBeginFrame(HandleOf(decoder), HandleOf(view), contentKey), cancel);

    /// <summary>ID3D11VideoContext::DecoderBeginFrame of a decoder of hardware keys (HW_CENC).</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="view">Where the frame goes: a protected surface.</param>
    /// <param name="key">What names the hardware key.</param>
    /// <param name="contentKeySize">Bytes of the structure: <see cref="BeginFrameCryptoSession.Size"/>.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>As for other decoders.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-decoderbeginframe"/>
    public Task<DdiStatus> DecoderBeginFrameAsync(
        VideoDecoder decoder,
        VideoSurface view,
        BeginFrameCryptoSession key,
        uint contentKeySize = BeginFrameCryptoSession.Size,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.DecoderBeginHwFrame(HandleOf(decoder), HandleOf(view), contentKeySize, key), cancel);

    /// <summary>ID3D11VideoContext::SubmitDecoderBuffers. All buffers are taken, or none.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="buffers">What the buffers are; a frame's first of all kinds that the decoder needs.</param>
    /// <param name="data">What is in them, each at least as long as its DataSize in bytes.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for a buffer that breaks a rule, E_OUTOFMEMORY for too many.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-submitdecoderbuffers"/>
    public Task<DdiStatus> SubmitDecoderBuffersAsync(
        VideoDecoder decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc> buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> data,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.SubmitDecoderBuffers(HandleOf(decoder), buffers, data), cancel);

    /// <summary>ID3D11VideoContext1::SubmitDecoderBuffers1: the same with sub-samples.</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="buffers">What the buffers are; a frame's first of all kinds that the decoder needs.</param>
    /// <param name="data">What is in them, each at least as long as its DataSize in bytes.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for a buffer that breaks a rule, E_OUTOFMEMORY for too many.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_1/nf-d3d11_1-id3d11videocontext1-submitdecoderbuffers1"/>
    public Task<DdiStatus> SubmitDecoderBuffers1Async(
        VideoDecoder decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc1> buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> data,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.SubmitDecoderBuffers1(HandleOf(decoder), buffers, data), cancel);

    /// <summary>ID3D11VideoContext3::SubmitDecoderBuffers2: the same with stripes in the sub-samples (scheme cens of
    /// Common Encryption).</summary>
    /// <param name="decoder">The decoder.</param>
    /// <param name="buffers">What the buffers are; a frame's first of all kinds that the decoder needs.</param>
    /// <param name="data">What is in them, each at least as long as its DataSize in bytes.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for a buffer that breaks a rule, E_OUTOFMEMORY for too many.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11_4/nf-d3d11_4-id3d11videocontext3-submitdecoderbuffers2"/>
    public Task<DdiStatus> SubmitDecoderBuffers2Async(
        VideoDecoder decoder,
        ReadOnlyMemory<VideoDecoderBufferDesc2> buffers,
        ReadOnlyMemory<ReadOnlyMemory<byte>> data,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.SubmitDecoderBuffers2(HandleOf(decoder), buffers, data), cancel);

    /// <summary>ID3D11VideoContext::DecoderEndFrame: one for each frame that began.</summary>
    /// <returns>S_OK; E_INVALIDARG without a frame.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-decoderendframe"/>
    public Task<DdiStatus> DecoderEndFrameAsync(VideoDecoder decoder, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.DecoderEndFrame(HandleOf(decoder)), cancel);

    private static DriverHandle HandleOf(VideoDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        return decoder.DriverHandle;
    }
}
