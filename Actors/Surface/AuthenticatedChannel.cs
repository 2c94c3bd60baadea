using Sim.Hardware.Ddi;

namespace Sim.Actors.Surface;

/// <summary>A channel of a <see cref="ContentProtectionDevice"/> (ID3D11AuthenticatedChannel).</summary>
public sealed class AuthenticatedChannel
{
    private readonly ContentProtectionDevice _device;

    internal AuthenticatedChannel(
        ContentProtectionDevice device, DriverHandle handle, ContentHandle channel, AuthenticatedChannelType type) =>
        (_device, DriverHandle, ChannelHandle, Type) = (device, handle, channel, type);

    /// <summary>Its name in the device's messages.</summary>
    public DriverHandle DriverHandle { get; }

    /// <summary>GetChannelHandle: what stands in every message of the channel.</summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11authenticatedchannel-getchannelhandle"/>
    public ContentHandle ChannelHandle { get; }

    /// <summary>Whom it speaks to.</summary>
    public AuthenticatedChannelType Type { get; }

    /// <summary>GetCertificateSize: bytes of the driver's certificate. E_INVALIDARG on the runtime's own channel.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11authenticatedchannel-getcertificatesize"/>
    public Task<DdiResult<int>> GetCertificateSizeAsync(CancellationToken cancel = default) =>
        _device.GetCertificateSizeAsync(DriverHandle, cancel);

    /// <summary>GetCertificate: the driver's certificate chain, the leaf first, in DER.</summary>
    /// <param name="certificate">Memory for it; a longer one's tail stays.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for memory that is too short, and on the runtime's own channel.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11authenticatedchannel-getcertificate"/>
    public Task<DdiStatus> GetCertificateAsync(Memory<byte> certificate, CancellationToken cancel = default) =>
        _device.GetCertificateAsync(DriverHandle, certificate, cancel);

    /// <summary>The final Release: what was set through the channel is undone; processes that it let in stay.</summary>
    /// <seealso href="https://learn.microsoft.com/windows-hardware/drivers/ddi/d3d10umddi/nc-d3d10umddi-pfnd3d11_1ddi_destroyauthenticatedchannel"/>
    public Task ReleaseAsync(CancellationToken cancel = default) => _device.ReleaseAsync(DriverHandle, cancel);
}
