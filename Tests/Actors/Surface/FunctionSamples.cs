using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>One call of each function through the facade, with what it must do. A function without one fails the
/// test that asks for it.</summary>
internal static class FunctionSamples
{
    private static readonly byte[] Clear = [.. Enumerable.Range(0, SurfaceBytes).Select(i => (byte)(i * 3))];

    public static Task Of(SurfaceFunction function, ContentProtectionDevice device) => function switch
    {
        SurfaceFunction.GetContentProtectionCaps or SurfaceFunction.GetCryptoKeyExchangeType => Capabilities(device),
        SurfaceFunction.CalcPrivateCryptoSessionSize
            or SurfaceFunction.CalcPrivateAuthenticatedChannelSize
            or SurfaceFunction.GetCryptoSessionPrivateDataSize => Sizes(device),
        SurfaceFunction.CreateCryptoSession
            or SurfaceFunction.CryptoSessionGetHandle
            or SurfaceFunction.DestroyCryptoSession => LifeOfASession(device),
        SurfaceFunction.GetCertificateSize
            or SurfaceFunction.GetCertificate
            or SurfaceFunction.NegotiateCryptoSessionKeyExchange
            or SurfaceFunction.DecryptionBlt
            or SurfaceFunction.EncryptionBlt
            or SurfaceFunction.GetEncryptionBltKey
            or SurfaceFunction.StartSessionKeyRefresh
            or SurfaceFunction.FinishSessionKeyRefresh => Blits(device),
        SurfaceFunction.CreateAuthenticatedChannel
            or SurfaceFunction.NegotiateAuthenticatedChannelKeyExchange
            or SurfaceFunction.QueryAuthenticatedChannel
            or SurfaceFunction.ConfigureAuthenticatedChannel
            or SurfaceFunction.DestroyAuthenticatedChannel => Channel(device),
        SurfaceFunction.VideoDecoderGetHandle
            or SurfaceFunction.VideoDecoderBeginFrame
            or SurfaceFunction.VideoDecoderSubmitBuffers
            or SurfaceFunction.VideoDecoderSubmitBuffers1
            or SurfaceFunction.VideoDecoderSubmitBuffers2
            or SurfaceFunction.VideoDecoderEndFrame => Frames(device),
        SurfaceFunction.GetDataForNewHardwareKey
            or SurfaceFunction.CheckCryptoSessionStatus
            or SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt => Hardware(device),
        _ => throw new NotSupportedException($"{function} has no sample."),
    };

    private static async Task Capabilities(ContentProtectionDevice device)
    {
        var (status, caps) = await device.GetContentProtectionCapsAsync(CryptoTypes.Aes128Ctr, DecodeProfiles.H264VldNoFgt);
        Assert.Equal((DdiStatus.Ok, 2u), (status, caps.KeyExchangeTypeCount));
        Assert.Equal(
            new(DdiStatus.Ok, KeyExchangeTypes.HwProtection),
            await device.CheckCryptoKeyExchangeAsync(CryptoTypes.Aes128Ctr, Guid.Empty, 1));
        Assert.Equal(
            DdiStatus.InvalidArg, (await device.CheckCryptoKeyExchangeAsync(CryptoTypes.Aes128Ctr, Guid.Empty, 2)).Status);
    }

    private static async Task Sizes(ContentProtectionDevice device)
    {
        Assert.Equal(256, await device.CalcPrivateCryptoSessionSizeAsync(Rsa));
        Assert.Equal(192, await device.CalcPrivateAuthenticatedChannelSizeAsync(AuthenticatedChannelType.DriverHardware));
        Assert.Equal(
            new(DdiStatus.Ok, new PrivateDataSizes(32, 32)), await device.GetCryptoSessionPrivateDataSizeAsync(Messages));
    }

    private static async Task LifeOfASession(ContentProtectionDevice device)
    {
        var session = (await device.CreateCryptoSessionAsync(Rsa)).Value!;
        Assert.False((await session.GetCryptoSessionHandleAsync()).IsNone);
        await session.ReleaseAsync();
        Assert.True((await session.GetCryptoSessionHandleAsync()).IsNone);
        Assert.Equal(
            DdiStatus.UnsupportedCrypto,
            (await device.CreateCryptoSessionAsync(Rsa with { CryptoType = Guid.Empty })).Status);
    }

    private static async Task Blits(ContentProtectionDevice device)
    {
        var client = await new SurfaceClient(device).OpenAsync();
        var before = await client.DecryptAsync(Clear, iv: 5);
        await client.RefreshAsync();
        var behind = await client.DecryptAsync(Clear, iv: 5);

        Assert.Equal(Clear, await client.ReadBackAsync(before));
        Assert.Equal(Clear, await client.ReadBackAsync(behind));
    }

    private static async Task Channel(ContentProtectionDevice device)
    {
        var client = new SurfaceClient(device);
        var (channel, end) = await client.OpenChannelAsync();
        Assert.Equal(
            new ChannelTypeAnswer(AuthenticatedChannelType.DriverHardware),
            (await client.QueryAsync(channel, end, new ChannelTypeQuery())).Answer);
        Assert.Equal(
            new(true, DdiStatus.Ok, null),
            await client.ConfigureAsync(channel, end, new ProtectionCommand(ProtectionFlags.ProtectionEnabled)));
        await channel.ReleaseAsync();
        Assert.Equal(DdiStatus.InvalidArg, await device.QueryAuthenticatedChannelAsync(channel, new byte[32], new byte[56]));
    }

    private static async Task Frames(ContentProtectionDevice device)
    {
        var client = await new SurfaceClient(device).OpenAsync();
        var decoder = await client.BindDecoderAsync();
        var output = await client.CreateAsync(Protected);
        var contentKey = Bytes(0x33);
        Assert.Equal(DdiStatus.Ok, await device.DecoderBeginFrameAsync(decoder, output, client.Wrap(contentKey)));
        var half = Clear[..128];
        Assert.Equal(DdiStatus.Ok, await device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(128, Iv(1)), FrameData(client.Encrypt(half, 1, contentKey))));
        SubSample[] map = [new(8, 56)];
        Assert.Equal(DdiStatus.Ok, await device.SubmitDecoderBuffers1Async(
            decoder,
            (VideoDecoderBufferDesc1[])
            [
                new() { BufferType = (int)VideoDecoderBufferType.Bitstream, DataSize = 64, Iv = Iv(2), SubSamples = map },
            ],
            new[] { Encrypted(Clear[128..192], 2, map) }));
        Assert.Equal(DdiStatus.Ok, await device.SubmitDecoderBuffers2Async(
            decoder,
            (VideoDecoderBufferDesc2[])
            [
                new()
                {
                    BufferType = (int)VideoDecoderBufferType.Bitstream,
                    DataSize = 64,
                    Iv = Iv(3),
                    SubSamples = map,
                    BlocksStripeEncrypted = 1,
                    BlocksStripeClear = 1,
                },
            ],
            new[] { Encrypted(Clear[192..], 3, new(8, 16), new(16, 16), new(8, 0)) }));
        Assert.Equal(DdiStatus.Ok, await device.DecoderEndFrameAsync(decoder));
        Assert.Equal(DdiStatus.InvalidArg, await device.DecoderEndFrameAsync(decoder));

        Assert.Equal(Clear, await client.ReadBackAsync(output));
        await decoder.ReleaseAsync();
        Assert.Equal(DdiStatus.InvalidArg, (await decoder.GetDriverHandleAsync()).Status);

        ReadOnlyMemory<byte> Encrypted(byte[] clear, ulong iv, params SubSample[] runs)
        {
            using var key = new AesKey(contentKey);
            RangeCipher.Transform(key, new AesCtrIv(iv, 0), EncryptedRanges.SubSamples(runs), clear, clear);
            return clear;
        }
    }

    private static async Task Hardware(ContentProtectionDevice device)
    {
        var session = (await device.CreateCryptoSessionAsync(Messages)).Value!;
        var packet = Packet(Bytes(0x0f));
        Assert.Equal(
            new(DdiStatus.Ok, DdiStatus.Ok), await device.NegotiateCryptoSessionKeyExchangeMTAsync(session, packet));
        Assert.Equal(Bytes(0xf0), packet.Output[(HwProtectionOutput.HeadSize + 32)..][..16].ToArray());
        Assert.Equal(
            DdiStatus.InvalidArg, (await device.NegotiateCryptoSessionKeyExchangeMTAsync(session, packet, flags: 1)).Status);
        Assert.Equal(new(DdiStatus.Ok, DdiStatus.Ok), await device.NegotiateCryptoSessionKeyExchangeAsync(session, packet));
        var (status, data) = await device.GetDataForNewHardwareKeyAsync(session, 32);
        Assert.Equal(DdiStatus.Ok, status);
        Assert.NotEqual(0ul, data);
        Assert.Equal(
            new(DdiStatus.Ok, CryptoSessionStatus.Ok), await device.CheckCryptoSessionStatusAsync(session));
    }
}
