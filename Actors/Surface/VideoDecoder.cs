using Sim.Hardware.Ddi;

namespace Sim.Actors.Surface;

/// <summary>A decoder of a <see cref="ContentProtectionDevice"/> (ID3D11VideoDecoder).</summary>
public sealed class VideoDecoder
{
    private readonly ContentProtectionDevice _device;

    internal VideoDecoder(ContentProtectionDevice device, DriverHandle handle) =>
        (_device, DriverHandle) = (device, handle);

    /// <summary>Its name in the device's messages.</summary>
    public DriverHandle DriverHandle { get; }

    /// <summary>GetDriverHandle: its handle in the messages of a channel.</summary>
    /// <returns>S_OK; E_INVALIDARG when the decoder is gone.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodecoder-getdriverhandle"/>
    public Task<DdiResult<ContentHandle>> GetDriverHandleAsync(CancellationToken cancel = default) =>
        _device.GetDriverHandleAsync(DriverHandle, cancel);

    /// <summary>The final Release; a frame that is open ends with it.</summary>
    public Task ReleaseAsync(CancellationToken cancel = default) => _device.ReleaseAsync(DriverHandle, cancel);
}
