using Sim.Hardware.Ddi;

namespace Sim.Actors.Surface;

// Authenticated channels. Hardware.Channels.ChannelClient is an application's end of one: it writes and checks messages.
public sealed partial class ContentProtectionDevice
{
    /// <summary>CalcPrivateAuthenticatedChannelSize of the driver interface: bytes that it keeps for a channel, a
    /// multiple of 8. It does not fail.</summary>
    /// <seealso href="https://learn.microsoft.com/windows-hardware/drivers/ddi/d3d10umddi/nc-d3d10umddi-pfnd3d11_1ddi_calcprivateauthenticatedchannelsize"/>
    public async Task<int> CalcPrivateAuthenticatedChannelSizeAsync(
        AuthenticatedChannelType type, CancellationToken cancel = default) =>
        (await AskAsync(new VideoDevice.CalcPrivateAuthenticatedChannelSize(type), cancel)).Value;

    /// <summary>ID3D11VideoDevice::CreateAuthenticatedChannel.</summary>
    /// <returns>S_OK; E_INVALIDARG for a type that the device does not have, E_OUTOFMEMORY without room.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videodevice-createauthenticatedchannel"/>
    public async Task<DdiResult<AuthenticatedChannel?>> CreateAuthenticatedChannelAsync(
        AuthenticatedChannelType type, CancellationToken cancel = default)
    {
        var (status, created) = await AskAsync(new VideoDevice.CreateAuthenticatedChannel(type), cancel);
        return new(status, status == DdiStatus.Ok ? new(this, created.Channel, created.Handle, type) : null);
    }

    /// <summary>ID3D11VideoContext::NegotiateAuthenticatedChannelKeyExchange: brings a channel its key, once.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="data">The 16-byte channel key under the device's public key: 256 bytes.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_INVALIDARG for anything else.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-negotiateauthenticatedchannelkeyexchange"/>
    public Task<DdiStatus> NegotiateAuthenticatedChannelKeyExchangeAsync(
        AuthenticatedChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.NegotiateAuthenticatedChannelKeyExchange(HandleOf(channel), data), cancel);

    /// <summary>ID3D11VideoContext::QueryAuthenticatedChannel: an authenticated question.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="input">D3D11_AUTHENTICATED_QUERY_INPUT and what follows it.</param>
    /// <param name="output">Receives D3D11_AUTHENTICATED_QUERY_OUTPUT and the answer.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_FAIL for a question that does not exist or is not for that channel; E_INVALIDARG for one out of
    /// order, for wrong sizes and for what there is not.</returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-queryauthenticatedchannel"/>
    public Task<DdiStatus> QueryAuthenticatedChannelAsync(
        AuthenticatedChannel channel,
        ReadOnlyMemory<byte> input,
        Memory<byte> output,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.QueryAuthenticatedChannel(HandleOf(channel), input, output), cancel);

    /// <summary>ID3D11VideoContext::ConfigureAuthenticatedChannel: an authenticated command.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="input">D3D11_AUTHENTICATED_CONFIGURE_INPUT and what follows it; all of it is authenticated.</param>
    /// <param name="output">Receives D3D11_AUTHENTICATED_CONFIGURE_OUTPUT.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>S_OK; E_FAIL for a command that does not exist or is not for that channel; E_INVALIDARG for one that is
    /// not authentic, out of order, too short or senseless; E_OUTOFMEMORY beyond the processes that may be let in.
    /// </returns>
    /// <seealso href="https://learn.microsoft.com/windows/win32/api/d3d11/nf-d3d11-id3d11videocontext-configureauthenticatedchannel"/>
    public Task<DdiStatus> ConfigureAuthenticatedChannelAsync(
        AuthenticatedChannel channel,
        ReadOnlyMemory<byte> input,
        Memory<byte> output,
        CancellationToken cancel = default) =>
        AskAsync(new VideoDevice.ConfigureAuthenticatedChannel(HandleOf(channel), input, output), cancel);

    private static DriverHandle HandleOf(AuthenticatedChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.DriverHandle;
    }
}
