using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;
using Xunit;

namespace Sim.Tests.Actors.Surface;

/// <summary>An application's end: it knows the session key and encrypts what it hands in.</summary>
internal sealed class SurfaceClient(ContentProtectionDevice device)
{
    public static readonly CreateCryptoSessionArgs Rsa =
        new(CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt, KeyExchangeTypes.RsaesOaep);

    public static readonly CreateCryptoSessionArgs Messages =
        new(CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt, KeyExchangeTypes.HwProtection);

    public static readonly ResourceDesc Staging = new(16, 4, 4)
    {
        Usage = ResourceUsage.Staging,
        CpuAccess = CpuAccess.Read | CpuAccess.Write,
    };

    public static readonly ResourceDesc Protected = new(16, 4, 4)
    {
        Bind = ResourceBind.RenderTarget,
        Misc = ResourceMiscFlags.RestrictedContent,
    };

    public const int SurfaceBytes = 256;

    public ContentProtectionDevice Device { get; } = device;

    /// <summary>The session key in force.</summary>
    public byte[] Key { get; private set; } = Bytes(0x2b);

    public VideoCryptoSession Session { get; private set; } = null!;

    public static byte[] Bytes(byte fill, int count = 16) => [.. Enumerable.Repeat(fill, count)];

    public static byte[] Iv(ulong iv)
    {
        var bytes = new byte[16];
        new AesCtrIv(iv, 0).Write(bytes);
        return bytes;
    }

    public async Task<SurfaceClient> OpenAsync()
    {
        Session = (await Device.CreateCryptoSessionAsync(Rsa)).Value!;
        Assert.Equal(
            DdiStatus.Ok, await Device.NegotiateCryptoSessionKeyExchangeAsync(Session, await WrapAsync(Session, Key)));
        return this;
    }

    public static async Task<byte[]> WrapAsync(VideoCryptoSession session, byte[] key)
    {
        var certificate = new byte[(await session.GetCertificateSizeAsync()).Value];
        Assert.Equal(DdiStatus.Ok, await session.GetCertificateAsync(certificate));
        Assert.True(DeviceCertificate.TryReadPublicKey(certificate, out var publicKey));
        return DeviceKeyPair.Wrap(publicKey, key);
    }

    public async Task<VideoSurface> CreateAsync(ResourceDesc desc)
    {
        var (status, surface) = await Device.CreateSurfaceAsync(desc);
        Assert.Equal(DdiStatus.Ok, status);
        return surface!;
    }

    public async Task WriteAsync(VideoSurface surface, byte[] bytes)
    {
        var (status, memory) = await Device.MapAsync(surface, CpuAccess.Write);
        Assert.Equal(DdiStatus.Ok, status);
        bytes.CopyTo(memory);
        await Device.UnmapAsync(surface);
    }

    public async Task<byte[]> ReadAsync(VideoSurface surface)
    {
        var (status, memory) = await Device.MapAsync(surface, CpuAccess.Read);
        Assert.Equal(DdiStatus.Ok, status);
        var bytes = memory.ToArray();
        await Device.UnmapAsync(surface);
        return bytes;
    }

    public byte[] Encrypt(byte[] clear, ulong iv, byte[]? key = null)
    {
        using var cipher = new AesKey(key ?? Key);
        var encrypted = new byte[clear.Length];
        AesCtr.Transform(cipher, new AesCtrIv(iv, 0), 0, clear, encrypted);
        return encrypted;
    }

    public byte[] Wrap(byte[] contentKey)
    {
        using var key = new SessionKey(Key);
        var wrapped = new byte[16];
        key.WrapContentKey(contentKey, wrapped);
        return wrapped;
    }

    /// <summary>Encrypts under the session key and has it decrypted into a new protected surface.</summary>
    public async Task<VideoSurface> DecryptAsync(byte[] clear, ulong iv)
    {
        var (source, destination) = (await CreateAsync(Staging), await CreateAsync(Protected));
        await WriteAsync(source, Encrypt(clear, iv));
        await Device.DecryptionBltAsync(Session, source, destination, null, default, Iv(iv));
        return destination;
    }

    public async Task RefreshAsync()
    {
        var random = new byte[16];
        await Device.StartSessionKeyRefreshAsync(Session, random);
        Assert.Contains(random, one => one != 0);
        await Device.FinishSessionKeyRefreshAsync(Session);
        Xor(random);
    }

    /// <summary>The client's half of a refresh.</summary>
    public void Xor(byte[] random) => Key = [.. Key.Zip(random, (a, b) => (byte)(a ^ b))];

    /// <summary>What a protected surface holds, by way of EncryptionBlt.</summary>
    public async Task<byte[]> ReadBackAsync(VideoSurface surface)
    {
        var (key, iv) = (new byte[16], new byte[16]);
        Assert.Equal(DdiStatus.Ok, await Device.GetEncryptionBltKeyAsync(Session, key));
        using var sessionKey = new SessionKey(Key);
        sessionKey.UnwrapContentKey(key, key);
        var staging = await CreateAsync(surface.Desc with
        {
            Usage = ResourceUsage.Staging,
            CpuAccess = CpuAccess.Read,
            Misc = default,
            Bind = default,
        });
        await Device.EncryptionBltAsync(Session, surface, staging, iv);
        var bytes = await ReadAsync(staging);
        using var readBackKey = new AesKey(key);
        ReadBackCipher.Transform(readBackKey, AesCtrIv.Read(iv), bytes, bytes);
        return bytes;
    }

    /// <summary>A decoder that is bound to the session through a channel.</summary>
    public async Task<VideoDecoder> BindDecoderAsync()
    {
        var decoder = (await Device.CreateVideoDecoderAsync(
            new(DecodeProfiles.H264VldNoFgt, 64, 64, 103), VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession))).Value!;
        var (channel, client) = await OpenChannelAsync();
        var handle = ((DeviceHandleAnswer)(await QueryAsync(channel, client, new DeviceHandleQuery())).Answer!).DeviceHandle;
        var bound = await ConfigureAsync(channel, client, new CryptoSessionCommand(
            (await decoder.GetDriverHandleAsync()).Value, await Session.GetCryptoSessionHandleAsync(), handle));
        Assert.Equal(new(true, DdiStatus.Ok, null), bound);
        return decoder;
    }

    public async Task<(AuthenticatedChannel Channel, ChannelClient Client)> OpenChannelAsync(
        AuthenticatedChannelType type = AuthenticatedChannelType.DriverHardware)
    {
        var channel = (await Device.CreateAuthenticatedChannelAsync(type)).Value!;
        var certificate = new byte[(await channel.GetCertificateSizeAsync()).Value];
        Assert.Equal(DdiStatus.Ok, await channel.GetCertificateAsync(certificate));
        Assert.True(DeviceCertificate.TryReadPublicKey(certificate, out var publicKey));
        var key = Bytes(0x22);
        Assert.Equal(DdiStatus.Ok, await Device.NegotiateAuthenticatedChannelKeyExchangeAsync(
            channel, DeviceKeyPair.Wrap(publicKey, key)));
        var client = new ChannelClient(new AesKey(key), channel.ChannelHandle, new InitializeCommand(7, 3000));
        var (message, output) = (new byte[96], new byte[96]);
        var size = client.WriteInitialize(message);
        Assert.Equal(DdiStatus.Ok, await Device.ConfigureAuthenticatedChannelAsync(channel, message.AsMemory(0, size), output));
        Assert.Equal(new(true, DdiStatus.Ok, null), client.ReadCommandOutput(output));
        return (channel, client);
    }

    public async Task<ChannelReply> ConfigureAsync(
        AuthenticatedChannel channel, ChannelClient client, ConfigureCommand command)
    {
        var (message, output) = (new byte[96], new byte[96]);
        var size = client.WriteCommand(command, message);
        await Device.ConfigureAuthenticatedChannelAsync(channel, message.AsMemory(0, size), output);
        return client.ReadCommandOutput(output);
    }

    public async Task<ChannelReply> QueryAsync(AuthenticatedChannel channel, ChannelClient client, ChannelQuery query)
    {
        var (message, output) = (new byte[96], new byte[96]);
        var size = client.WriteQuery(query, message);
        await Device.QueryAuthenticatedChannelAsync(channel, message.AsMemory(0, size), output);
        return client.ReadAnswer(output);
    }

    /// <summary>A packet for hardware that has 32 bytes of its own in front, as the full profile has.</summary>
    public static HwProtectionPacket Packet(byte[] packet, int room = 64)
    {
        var input = new byte[HwProtectionInput.HeadSize + 32 + packet.Length];
        new HwProtectionInput(32, (uint)packet.Length).Write(input);
        packet.CopyTo(input, HwProtectionInput.HeadSize + 32);
        var output = new byte[HwProtectionOutput.HeadSize + 32 + room];
        new HwProtectionOutput(32, (uint)room, 0, default, default).Write(output);
        return new(FunctionId: 1, (uint)HwProtectionData.Size(DdiAbi.X64), input, output);
    }

    public static ReadOnlyMemory<byte>[] FrameData(byte[] slice) => [Bytes(1), Bytes(2), slice];

    public static VideoDecoderBufferDesc[] FrameBuffers(int slice, byte[]? iv) =>
    [
        new() { BufferType = (int)VideoDecoderBufferType.PictureParameters, DataSize = 16 },
        new() { BufferType = (int)VideoDecoderBufferType.SliceControl, DataSize = 16 },
        new() { BufferType = (int)VideoDecoderBufferType.Bitstream, DataSize = (uint)slice, Iv = iv },
    ];
}
