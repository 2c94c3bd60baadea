using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;

namespace Sim.Scenarios.Browser;

/// <summary>
/// The part of a browser between a content decryption module and the Direct3D device. The steps of a playback are
/// numbered in the order in which they must come; <see cref="Decryptor"/> has those of a sample. A step begins when the
/// one before is through.
/// </summary>
/// <param name="platform">The machine.</param>
public sealed class CdmProxy(BrowserPlatform platform) : IAsyncDisposable
{
    private static readonly Guid Profile = DecodeProfiles.H264VldNoFgt;
    private static readonly CreateCryptoSessionArgs ForMessages =
        new(CryptoTypes.Aes128Ctr, Profile, KeyExchangeTypes.HwProtection);

    private static readonly CreateCryptoSessionArgs ForMedia =
        new(CryptoTypes.Aes128Ctr, Profile, KeyExchangeTypes.RsaesOaep);

    private VideoContentProtectionCaps _caps;
    private VideoCryptoSession? _messages;
    private AuthenticatedChannel? _channel;
    private ChannelClient? _client;
    private PrivateDataSizes _sizes;
    private byte[] _sessionKey = [];

    /// <summary>The device; null before step 1.</summary>
    public ContentProtectionDevice? Device { get; private set; }

    /// <summary>The session that decrypts media; null before step 8.</summary>
    public VideoCryptoSession? Media { get; private set; }

    /// <summary>The content keys.</summary>
    public ContentKeyStore Keys { get; } = new();

    /// <summary>Told after keys were lost; everything from step 6 on must be done anew.</summary>
    public event Action? HardwareReset;

    /// <summary>How often that was.</summary>
    public int Resets { get; private set; }

    /// <summary>Ends when the watch for a teardown has done what it does.</summary>
    public Task Watching { get; private set; } = Task.CompletedTask;

    /// <summary>Steps 1 to 6, up to the first that fails.</summary>
    public async Task<CdmStatus> InitializeAsync()
    {
        var status = CreateDevice();
        if (status == CdmStatus.Ok)
            status = await WatchForLossAsync();
        if (status == CdmStatus.Ok)
            status = await CheckProtectionAsync();
        if (status == CdmStatus.Ok)
            status = await FindHardwareExchangeAsync();
        if (status == CdmStatus.Ok)
            status = await OpenChannelAsync();
        return status == CdmStatus.Ok ? await CreateMessageSessionAsync() : status;
    }

    /// <summary>1. The device.</summary>
    public CdmStatus CreateDevice()
    {
        Device = platform.CreateDevice();
        return Device is null ? CdmStatus.NoDevice : CdmStatus.Ok;
    }

    /// <summary>2. Who watches, before there is anything to lose.</summary>
    public async Task<CdmStatus> WatchForLossAsync()
    {
        if (platform.Power is null)
            return CdmStatus.NoPowerMonitor;
        platform.Power.Add(Reset);
        var (registered, torn) = await Device!.RegisterHardwareContentProtectionTeardownStatusEventAsync();
        if (registered != DdiStatus.Ok)
            return CdmStatus.NoTeardownEvent;
        Watching = WatchAsync(torn!);
        return CdmStatus.Ok;
    }

    /// <summary>3. What it can do.</summary>
    public async Task<CdmStatus> CheckProtectionAsync()
    {
        (var known, _caps) = await Device!.GetContentProtectionCapsAsync(CryptoTypes.Aes128Ctr, Profile);
        return known == DdiStatus.Ok && _caps.Caps.HasFlag(ContentProtectionCaps.DecryptionBlt)
            ? CdmStatus.Ok
            : CdmStatus.NoProtection;
    }

    /// <summary>4. The exchange with the hardware.</summary>
    public async Task<CdmStatus> FindHardwareExchangeAsync()
    {
        for (var index = 0u; index < _caps.KeyExchangeTypeCount; index++)
        {
            if ((await Device!.CheckCryptoKeyExchangeAsync(CryptoTypes.Aes128Ctr, Profile, index)).Value
                == KeyExchangeTypes.HwProtection)
                return CdmStatus.Ok;
        }

        return CdmStatus.NoHardwareKeyExchange;
    }

    /// <summary>5. A channel on which answers can be believed.</summary>
    public async Task<CdmStatus> OpenChannelAsync() => await IsChannelOpenAsync(Device!) ? CdmStatus.Ok : CdmStatus.NoChannel;

    /// <summary>6. The session for messages, in place of the one before.</summary>
    public async Task<CdmStatus> CreateMessageSessionAsync()
    {
        if (_messages is not null)
            await _messages.ReleaseAsync();
        (_, _messages) = await Device!.CreateCryptoSessionAsync(ForMessages);
        (_, _sizes) = await Device.GetCryptoSessionPrivateDataSizeAsync(ForMessages);
        return _messages is null ? CdmStatus.NoSession : CdmStatus.Ok;
    }

    /// <summary>7. One round trip of the CDM with the hardware.</summary>
    /// <param name="function">Which function of the hardware's.</param>
    /// <param name="packet">What the CDM says.</param>
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

    /// <summary>8. The session for media, in place of the one before, once the messages are through: earlier it may say
    /// that it is lost.</summary>
    /// <param name="sessionKey">Its first key, 16 bytes.</param>
    /// <returns>Whether it can be used.</returns>
    public async Task<bool> CreateMediaSessionAsync(byte[] sessionKey)
    {
        if (Media is not null)
            await Media.ReleaseAsync();
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
    /// <returns>The decoder; null: the device did not take it.</returns>
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

    private async Task<bool> IsChannelOpenAsync(ContentProtectionDevice device)
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
