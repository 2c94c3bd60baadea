using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;

namespace Sim.Tests.Samples.BrowserPlayback;

/// <summary>What became of an initialisation.</summary>
internal enum CdmStatus
{
    Ok,
    NoDevice,
    NoPowerMonitor,
    NoTeardownEvent,
    NoProtection,
    NoHardwareKeyExchange,
    NoChannel,
    NoSession,
}

/// <summary>
/// The part of a browser between a content decryption module and the Direct3D device. The steps of a playback are
/// numbered in the order in which they must come; <see cref="Decryptor"/> has those of a sample.
/// </summary>
internal sealed class CdmProxy(BrowserPlatform platform) : IAsyncDisposable
{
    private static readonly Guid Profile = DecodeProfiles.H264VldNoFgt;
    private static readonly CreateCryptoSessionArgs ForMessages =
        new(CryptoTypes.Aes128Ctr, Profile, KeyExchangeTypes.HwProtection);

    private static readonly CreateCryptoSessionArgs ForMedia =
        new(CryptoTypes.Aes128Ctr, Profile, KeyExchangeTypes.RsaesOaep);

    private VideoCryptoSession? _messages;
    private AuthenticatedChannel? _channel;
    private ChannelClient? _client;
    private PrivateDataSizes _sizes;
    private byte[] _sessionKey = [];

    public ContentProtectionDevice? Device { get; private set; }

    public VideoCryptoSession? Media { get; private set; }

    public ContentKeyStore Keys { get; } = new();

    /// <summary>Told after keys were lost; everything must be created anew.</summary>
    public event Action? HardwareReset;

    /// <summary>How often that was.</summary>
    public int Resets { get; private set; }

    /// <summary>Ends when the watch for a teardown has done what it does.</summary>
    public Task Watching { get; private set; } = Task.CompletedTask;

    public async Task<CdmStatus> InitializeAsync()
    {
        // 1. The device.
        if (platform.CreateDevice() is not { } device)
            return CdmStatus.NoDevice;
        Device = device;
        // 2. Who watches, before there is anything to lose.
        if (platform.Power is null)
            return CdmStatus.NoPowerMonitor;
        platform.Power.Add(Reset);
        var (registered, torn) = await device.RegisterHardwareContentProtectionTeardownStatusEventAsync();
        if (registered != DdiStatus.Ok)
            return CdmStatus.NoTeardownEvent;
        Watching = WatchAsync(torn!);
        // 3. What it can do.
        var (known, caps) = await device.GetContentProtectionCapsAsync(CryptoTypes.Aes128Ctr, Profile);
        if (known != DdiStatus.Ok || !caps.Caps.HasFlag(ContentProtectionCaps.DecryptionBlt))
            return CdmStatus.NoProtection;
        // 4. The exchange with the hardware.
        if (!await HasHardwareExchangeAsync(device, caps.KeyExchangeTypeCount))
            return CdmStatus.NoHardwareKeyExchange;
        // 5. A channel on which answers can be believed.
        if (!await OpenChannelAsync(device))
            return CdmStatus.NoChannel;
        // 6. The session for messages.
        (_, _messages) = await device.CreateCryptoSessionAsync(ForMessages);
        (_, _sizes) = await device.GetCryptoSessionPrivateDataSizeAsync(ForMessages);
        return _messages is null ? CdmStatus.NoSession : CdmStatus.Ok;
    }

    /// <summary>7. One round trip of the CDM with the hardware.</summary>
    /// <returns>The hardware's packet; null when it does not answer.</returns>
    public async Task<byte[]?> ProcessAsync(uint function, byte[] packet)
    {
        var input = new byte[HwProtectionInput.HeadSize + (int)_sizes.Input + packet.Length];
        new HwProtectionInput(_sizes.Input, (uint)packet.Length).Write(input);
        packet.CopyTo(input, input.Length - packet.Length);
        var body = HwProtectionOutput.HeadSize + (int)_sizes.Output;
        var output = new byte[body + 4096];
        new HwProtectionOutput(_sizes.Output, 4096, 0, default, default).Write(output);
        var (status, drm) = await Device!.NegotiateCryptoSessionKeyExchangeAsync(
            _messages!,
            new HwProtectionPacket(function, (uint)HwProtectionData.Size(DdiAbi.X64), input, output));
        if (drm == DdiStatus.TeeInvalidHwDrmState)
            Reset();
        return status == DdiStatus.Ok && drm == DdiStatus.Ok
            ? output[body..(body + (int)HwProtectionOutput.Read(output).HwProtectionDataSize)]
            : null;
    }

    /// <summary>8. The session for media, once the messages are through: earlier it may say that it is lost.</summary>
    public async Task<bool> CreateMediaSessionAsync(byte[] sessionKey)
    {
        (_, Media) = await Device!.CreateCryptoSessionAsync(ForMedia);
        if (Media is null || (await Device.GetDataForNewHardwareKeyAsync(Media, _sizes.Input)).Status != DdiStatus.Ok)
            return false;
        var publicKey = await CertificateAsync(Media.GetCertificateSizeAsync(), Media.GetCertificateAsync);
        if (publicKey is null
            || await Device.NegotiateCryptoSessionKeyExchangeAsync(Media, DeviceKeyPair.Wrap(publicKey, sessionKey))
                != DdiStatus.Ok)
            return false;
        _sessionKey = sessionKey;
        Keys.UseSessionKey(sessionKey);
        return (await Device.CheckCryptoSessionStatusAsync(Media)).Value == CryptoSessionStatus.Ok;
    }

    // 9. SetKey and RemoveKey are the key store's.

    /// <summary>10. Binds a decoder to the session, with handles that travel through the channel.</summary>
    public async Task<VideoDecoder?> BindDecoderAsync()
    {
        var (_, decoder) = await Device!.CreateVideoDecoderAsync(
            new(Profile, 64, 64, 103), VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession));
        var device = (DeviceHandleAnswer)(await QueryAsync(new DeviceHandleQuery())).Answer!;
        var bound = await ConfigureAsync(new CryptoSessionCommand(
            (await decoder!.GetDriverHandleAsync()).Value,
            await Media!.GetCryptoSessionHandleAsync(),
            device.DeviceHandle));
        return bound is { Authentic: true, ReturnCode: DdiStatus.Ok } ? decoder : null;
    }

    /// <summary>16. A new session key: both sides XOR, and every live content key is wrapped again.</summary>
    public async Task RefreshAsync()
    {
        var random = new byte[SessionKey.Size];
        await Device!.StartSessionKeyRefreshAsync(Media!, random);
        _sessionKey = [.. _sessionKey.Zip(random, (a, b) => (byte)(a ^ b))];
        Keys.UseSessionKey(_sessionKey);
        await Device.FinishSessionKeyRefreshAsync(Media!);
    }

    /// <summary>19. Everything in the order that suits it: media, messages, channel, watchers, device.</summary>
    public async ValueTask DisposeAsync()
    {
        Keys.Clear();
        if (Media is not null)
            await Media.ReleaseAsync();
        if (_messages is not null)
            await _messages.ReleaseAsync();
        if (_channel is not null)
            await _channel.ReleaseAsync();
        platform.Power?.Remove(Reset);
        if (Device is not null)
            await Device.DisposeAsync();
        await Watching;
    }

    // 17. Keys are dropped, and the client is told; 18. it may begin anew.
    private void Reset()
    {
        Keys.Clear();
        Resets++;
        HardwareReset?.Invoke();
    }

    private async Task WatchAsync(TeardownEvent torn)
    {
        await torn.Signalled;
        if (await Device!.GetDeviceRemovedReasonAsync() == DdiStatus.Ok)
            Reset();
    }

    private static async Task<bool> HasHardwareExchangeAsync(ContentProtectionDevice device, uint count)
    {
        for (var index = 0u; index < count; index++)
        {
            if ((await device.CheckCryptoKeyExchangeAsync(CryptoTypes.Aes128Ctr, Profile, index)).Value
                == KeyExchangeTypes.HwProtection)
                return true;
        }

        return false;
    }

    private async Task<bool> OpenChannelAsync(ContentProtectionDevice device)
    {
        const AuthenticatedChannelType Type = AuthenticatedChannelType.DriverHardware;
        (_, _channel) = await device.CreateAuthenticatedChannelAsync(Type);
        if (_channel is null)
            return false;
        var publicKey = await CertificateAsync(_channel.GetCertificateSizeAsync(), _channel.GetCertificateAsync);
        byte[] key = [.. Enumerable.Range(0, AesKey.Size).Select(i => (byte)(i * 11))];
        if (publicKey is null
            || await device.NegotiateAuthenticatedChannelKeyExchangeAsync(_channel, DeviceKeyPair.Wrap(publicKey, key))
                != DdiStatus.Ok)
            return false;
        _client = new(new AesKey(key), _channel.ChannelHandle, new InitializeCommand(1000, 2000));
        var (message, output) = (new byte[96], new byte[96]);
        var size = _client.WriteInitialize(message);
        await device.ConfigureAuthenticatedChannelAsync(_channel, message.AsMemory(0, size), output);
        return _client.ReadCommandOutput(output) is { Authentic: true, ReturnCode: DdiStatus.Ok }
            && (await QueryAsync(new ChannelTypeQuery())).Answer == new ChannelTypeAnswer(Type);
    }

    private async Task<ChannelReply> QueryAsync(ChannelQuery query)
    {
        var (message, output) = (new byte[96], new byte[96]);
        var size = _client!.WriteQuery(query, message);
        await Device!.QueryAuthenticatedChannelAsync(_channel!, message.AsMemory(0, size), output);
        return _client.ReadAnswer(output);
    }

    private async Task<ChannelReply> ConfigureAsync(ConfigureCommand command)
    {
        var (message, output) = (new byte[96], new byte[96]);
        var size = _client!.WriteCommand(command, message);
        await Device!.ConfigureAuthenticatedChannelAsync(_channel!, message.AsMemory(0, size), output);
        return _client.ReadCommandOutput(output);
    }

    // The leaf's public key, if the chain ends at the root that is trusted.
    private static async Task<byte[]?> CertificateAsync(
        Task<DdiResult<int>> size, Func<Memory<byte>, CancellationToken, Task<DdiStatus>> get)
    {
        var chain = new byte[(await size).Value];
        return await get(chain, CancellationToken.None) == DdiStatus.Ok
            && DeviceCertificate.TryReadPublicKey(chain, out var publicKey)
            ? publicKey
            : null;
    }
}
