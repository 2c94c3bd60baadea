using Sim.Hardware.Ddi;

namespace Sim.Actors.Surface;

/// <summary>A crypto session of a <see cref="ContentProtectionDevice"/> (ID3D11CryptoSession).</summary>
public sealed class VideoCryptoSession
{
    private readonly ContentProtectionDevice _device;

    internal VideoCryptoSession(ContentProtectionDevice device, DriverHandle handle, CreateCryptoSessionArgs args) =>
        (_device, DriverHandle, Args) = (device, handle, args);

    /// <summary>Its name in the device's messages.</summary>
    public DriverHandle DriverHandle { get; }

    /// <summary>What it was created for: GetCryptoType and GetDecoderProfile.</summary>
    public CreateCryptoSessionArgs Args { get; }

    /// <summary>GetCertificateSize: bytes of the driver's certificate. E_INVALIDARG with hardware protection.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11cryptosession-getcertificatesize"/>
    public Task<DdiResult<int>> GetCertificateSizeAsync(CancellationToken cancel = default) =>
        _device.GetCertificateSizeAsync(DriverHandle, cancel);

    /// <summary>GetCertificate: the driver's certificate chain, the leaf first, in DER.</summary>
    /// <param name="certificate">Memory for it; a longer one's tail stays.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for memory that is too short, and with hardware protection.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11cryptosession-getcertificate"/>
    public Task<DdiStatus> GetCertificateAsync(Memory<byte> certificate, CancellationToken cancel = default) =>
        _device.GetCertificateAsync(DriverHandle, certificate, cancel);

    /// <summary>GetCryptoSessionHandle: its handle in the messages of a channel; none when the session is gone.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11cryptosession-getcryptosessionhandle"/>
    public Task<ContentHandle> GetCryptoSessionHandleAsync(CancellationToken cancel = default) =>
        _device.GetCryptoSessionHandleAsync(DriverHandle, cancel);

    /// <summary>The final Release: the session ends, and its work in flight is aborted.</summary>
    /// <seealso href="https://learn.microsoft.com/windows-hardware/drivers/ddi/d3d10umddi/nc-d3d10umddi-pfnd3d11_1ddi_destroycryptosession"/>
    public Task ReleaseAsync(CancellationToken cancel = default) => _device.ReleaseAsync(DriverHandle, cancel);
}
