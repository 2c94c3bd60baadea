using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;

namespace Sim.Actors.Surface;

// Surfaces, and what moves between them.
public sealed partial class ContentProtectionDevice
{
    /// <summary>ID3D11Device::CreateTexture2D, as far as protection goes: a surface of zeros.</summary>
    /// <returns>S_OK; E_INVALIDARG for flags that do not go together or protection that the device does not have;
    /// E_OUTOFMEMORY or DXGI_ERROR_HW_PROTECTION_OUTOFMEMORY without room.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11device-createtexture2d"/>
    public async Task<DdiResult<VideoSurface?>> CreateSurfaceAsync(
        ResourceDesc desc, CancellationToken cancel = default)
    {
        var (status, handle) = await AskAsync(new VideoDevice.CreateSurface(desc), cancel);
        return new(status, status == DdiStatus.Ok ? new(this, handle, desc) : null);
    }

    /// <summary>ID3D11DeviceContext::Map. Waits until no work uses the surface, unless told not to.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="access">What the CPU wants to do.</param>
    /// <param name="doNotWait">D3D11_MAP_FLAG_DO_NOT_WAIT.</param>
    /// <param name="cancel">Gives up waiting; the surface may be mapped all the same.</param>
    /// <returns>S_OK and the surface's bytes, to be used until <see cref="UnmapAsync"/>; E_INVALIDARG for a surface that
    /// was not made for it, is protected or mapped; DXGI_ERROR_WAS_STILL_DRAWING for one in use.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11devicecontext-map"/>
    public Task<DdiResult<Memory<byte>>> MapAsync(
        VideoSurface surface, CpuAccess access, bool doNotWait = false, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.Map(HandleOf(surface), access, doNotWait), cancel);

    /// <summary>ID3D11DeviceContext::Unmap: the bytes are the device's again.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11devicecontext-unmap"/>
    public Task UnmapAsync(VideoSurface surface, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.Unmap(HandleOf(surface)), cancel);

    /// <summary>ID3D11DeviceContext::CopyResource, of surfaces of one size. Content does not leave its protection: what
    /// would leave it arrives as zeros, or is stopped by hardware.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11devicecontext-copyresource"/>
    public Task CopyResourceAsync(
        VideoSurface destination, VideoSurface source, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.CopyResource(HandleOf(destination), HandleOf(source)), cancel);

    /// <summary>ID3D11VideoContext::DecryptionBlt: decrypts the whole of a surface into a protected one. The key is that
    /// of the moment of the call, whatever comes before the work is done.</summary>
    /// <param name="session">The session.</param>
    /// <param name="source">Holds the ciphertext, at least as much as the destination has room for.</param>
    /// <param name="destination">A protected surface of the same width, height and pixels.</param>
    /// <param name="blockInfo">Which bytes are encrypted, in whole blocks of the device; null: all.</param>
    /// <param name="contentKey">16 bytes, AES-128-ECB under the session key in force; empty: the session key
    /// decrypts.</param>
    /// <param name="iv">16 bytes: IV and block count, both big-endian; above the last one of that key.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-decryptionblt"/>
    public Task DecryptionBltAsync(
        VideoCryptoSession session,
        VideoSurface source,
        VideoSurface destination,
        EncryptedBlockInfo? blockInfo,
        ReadOnlyMemory<byte> contentKey,
        ReadOnlyMemory<byte> iv,
        CancellationToken cancel = default) =>
        AskAsync(
            new VideoDevice.DecryptionBlt(
                HandleOf(session), HandleOf(source), HandleOf(destination), blockInfo, contentKey, iv),
            cancel);

    /// <summary>ID3D11VideoContext::EncryptionBlt: encrypts the whole of a protected surface into one for the CPU.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="source">The protected surface.</param>
    /// <param name="destination">A staging surface of the same width, height and pixels.</param>
    /// <param name="iv">16 bytes. Receives the IV that the driver chose, if the call does anything.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-encryptionblt"/>
    public Task EncryptionBltAsync(
        VideoCryptoSession session,
        VideoSurface source,
        VideoSurface destination,
        Memory<byte> iv,
        CancellationToken cancel = default) =>
        AskAsync(
            new VideoDevice.EncryptionBlt(HandleOf(session), HandleOf(source), HandleOf(destination), iv), cancel);

    private static DriverHandle HandleOf(VideoSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return surface.DriverHandle;
    }
}
