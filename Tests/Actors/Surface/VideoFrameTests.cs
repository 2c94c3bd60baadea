using Sim.Actors.Tracing;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What a video device does with frames, on real threads.</summary>
public sealed class VideoFrameTests
{
    private static readonly byte[] Clear = [.. Enumerable.Range(0, SurfaceBytes).Select(i => (byte)(i * 5 + 1))];

    [Fact]
    public async Task Buffers_of_a_frame_share_an_IV_where_the_device_wants_it()
    {
        await using var rig = new SurfaceRig(DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps | DdiContentProtectionCaps.SequentialCtrIv,
        });
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, output) = (await client.BindDecoderAsync(), await client.CreateAsync(Protected));
        await rig.Device.DecoderBeginFrameAsync(decoder, output, new byte[16]);
        var encrypted = client.Encrypt(Clear, 7);
        var second = new byte[16];
        new AesCtrIv(7, 8).Write(second);
        var bitstream = new VideoDecoderBufferDesc { BufferType = 6, DataSize = 128, Iv = second };

        Assert.Equal(DdiStatus.Ok, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(128, Iv(7)), FrameData(encrypted[..128])));
        Assert.Equal(DdiStatus.Ok, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, new[] { bitstream }, new ReadOnlyMemory<byte>[] { encrypted[128..] }));
        await rig.Device.DecoderEndFrameAsync(decoder);

        Assert.Equal(Clear, await client.ReadBackAsync(output));
        Assert.Empty(rig.Broken);
    }

    [Theory]
    [InlineData(MidFrameRefresh.PerSubmission)]
    [InlineData(MidFrameRefresh.WholeFrame)]
    public async Task A_frame_keeps_its_content_key_across_a_refresh(MidFrameRefresh choice)
    {
        await using var rig = Rig(new() { MidFrameRefresh = choice });
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, output) = (await client.BindDecoderAsync(), await client.CreateAsync(Protected));
        var contentKey = Bytes(0x33);
        await rig.Device.DecoderBeginFrameAsync(decoder, output, client.Wrap(contentKey));

        await client.RefreshAsync();
        var status = await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(3)), FrameData(client.Encrypt(Clear, 3, contentKey)));
        await rig.Device.DecoderEndFrameAsync(decoder);

        Assert.Equal(DdiStatus.Ok, status);
        Assert.Equal([SurfaceRule.MidFrameRefresh], rig.Broken);
        Assert.Equal(Clear, await client.ReadBackAsync(output));
    }

    // Under the choice per submission the client encrypts under the new key, else under that of the frame's begin.
    [Theory]
    [InlineData(MidFrameRefresh.PerSubmission)]
    [InlineData(MidFrameRefresh.WholeFrame)]
    public async Task A_session_key_frame_follows_a_refresh_or_keeps_its_first_key_as_chosen(MidFrameRefresh choice)
    {
        await using var rig = Rig(new() { MidFrameRefresh = choice });
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, output) = (await client.BindDecoderAsync(), await client.CreateAsync(Protected));
        await rig.Device.DecoderBeginFrameAsync(decoder, output, new byte[16]);
        var atBegin = client.Key;

        await client.RefreshAsync();
        var key = choice == MidFrameRefresh.WholeFrame ? atBegin : client.Key;
        await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(3)), FrameData(client.Encrypt(Clear, 3, key)));
        await rig.Device.DecoderEndFrameAsync(decoder);

        Assert.Equal(Clear, await client.ReadBackAsync(output));
    }

    [Fact]
    public async Task A_new_negotiation_begins_an_epoch_but_not_within_a_frame()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, output) = (await client.BindDecoderAsync(), await client.CreateAsync(Protected));
        var next = await WrapAsync(client.Session, Bytes(0x77));
        await rig.Device.DecoderBeginFrameAsync(decoder, output, new byte[16]);
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(client.Session, next));
        await rig.Device.DecoderEndFrameAsync(decoder);

        Assert.Equal(DdiStatus.Ok, await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(client.Session, next));

        var epochs = rig.Recorded.Events.OfType<KeyNegotiated>().Select(one => one.Epoch);
        Assert.Equal([0, 1], epochs);
    }

    [Fact]
    public async Task A_frame_waits_for_nobody_but_its_output()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, plain) = (await client.BindDecoderAsync(), await client.CreateAsync(Staging));

        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.DecoderBeginFrameAsync(decoder, plain, new byte[16]));
        Assert.Equal([SurfaceRule.SurfaceKind], rig.Broken);
    }

    [Fact]
    public async Task Buffers_without_their_data_are_refused()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (decoder, output) = (await client.BindDecoderAsync(), await client.CreateAsync(Protected));
        await rig.Device.DecoderBeginFrameAsync(decoder, output, new byte[16]);
        var data = FrameData(Clear);

        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes + 16, Iv(1)), data));
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(1)), data.AsMemory(0, 2)));
        Assert.Equal(DdiStatus.Ok, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(1)), data));
    }

    [Fact]
    public async Task A_hardware_key_decrypts_to_nothing_that_anybody_may_read()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var decoder = (await rig.Device.CreateVideoDecoderAsync(
            new(DecodeProfiles.H264VldNoFgt, 64, 64, 103), VideoDecoderConfig.Raw(DecoderEncryptions.HwCenc))).Value!;
        var output = await client.CreateAsync(Protected);
        var key = new BeginFrameCryptoSession(
            await client.Session.GetCryptoSessionHandleAsync(), default, default, 0, default, 0);

        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.DecoderBeginFrameAsync(decoder, output, key, contentKeySize: 47));
        Assert.Equal(DdiStatus.Ok, await rig.Device.DecoderBeginFrameAsync(decoder, output, key));
        Assert.Equal(DdiStatus.Ok, await rig.Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, Iv(1)), FrameData(Clear)));
        await rig.Device.DecoderEndFrameAsync(decoder);
        await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]);
        await rig.Device.EncryptionBltAsync(client.Session, output, await client.CreateAsync(Staging), new byte[16]);

        Assert.Contains(SurfaceRule.ContentLost, rig.Broken);
    }

    private static SurfaceRig Rig(DdiChoices choices) =>
        new(settings: new(DeviceProfiles.Full) { Choices = choices });
}
