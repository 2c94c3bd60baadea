using Akka.Actor;
using Sim.Actors.Surface;
using Sim.Actors.Tracing;
using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Loss;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What a video device does with calls, on real threads.</summary>
public sealed class VideoDeviceTests
{
    private static readonly byte[] Clear = [.. Enumerable.Range(0, SurfaceBytes).Select(i => (byte)(i * 5 + 1))];

    [Theory]
    [InlineData("slots")]
    [InlineData("drain")]
    [InlineData("marker")]
    public async Task Calls_take_effect_in_their_order_though_nobody_waits_for_them(string policy)
    {
        await using var rig = new SurfaceRig(policy: policy);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (sources, outputs, calls) = (new VideoSurface[24], new VideoSurface[24], new List<Task>());
        for (var i = 0; i < sources.Length; i++)
            (sources[i], outputs[i]) = (await client.CreateAsync(Staging), await client.CreateAsync(Protected));

        for (var i = 0; i < sources.Length; i++)
        {
            if (i % 8 == 4)
            {
                var random = new byte[16];
                await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
                calls.Add(rig.Device.FinishSessionKeyRefreshAsync(client.Session));
                client.Xor(random);
            }

            await client.WriteAsync(sources[i], client.Encrypt(Clear, (ulong)i + 1));
            calls.Add(rig.Device.DecryptionBltAsync(
                client.Session, sources[i], outputs[i], null, default, Iv((ulong)i + 1)));
        }

        await Task.WhenAll(calls);
        foreach (var output in outputs)
            Assert.Equal(Clear, await client.ReadBackAsync(output));
        Assert.Empty(rig.Broken);
    }

    [Fact]
    public async Task What_is_wrong_with_void_calls_stands_in_the_trace_and_nowhere_else()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var (staging, output) = (await client.CreateAsync(Staging), await client.CreateAsync(Protected));
        var random = Bytes(0xff, 15);

        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
        await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
        await rig.Device.DecryptionBltAsync(client.Session, staging, staging, null, default, Iv(1));
        await rig.Device.DecryptionBltAsync(client.Session, staging, output, null, default, new byte[8]);
        await rig.Device.DecryptionBltAsync(client.Session, staging, output, new(100, 20, 2), default, Iv(1));
        await rig.Device.EncryptionBltAsync(client.Session, output, staging, new byte[16]);

        Assert.Equal(
            [
                SurfaceRule.FinishWithoutStart, SurfaceRule.Size, SurfaceRule.SurfaceKind, SurfaceRule.Size,
                SurfaceRule.BlockAlignment, SurfaceRule.NoReadBackKey,
            ],
            rig.Broken);
        Assert.Equal(new byte[15], random);
        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 1)));
    }

    [Fact]
    public async Task An_IV_that_comes_again_is_refused_until_the_key_changes()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var first = await client.DecryptAsync(Clear, iv: 7);
        await client.DecryptAsync(Clear, iv: 7);
        Assert.Equal([SurfaceRule.IvNotIncreasing], rig.Broken);

        await client.RefreshAsync();
        var second = await client.DecryptAsync(Clear, iv: 7);

        Assert.Equal([SurfaceRule.IvNotIncreasing], rig.Broken);
        Assert.Equal(Clear, await client.ReadBackAsync(first));
        Assert.Equal(Clear, await client.ReadBackAsync(second));
    }

    [Theory]
    [InlineData(IvReuse.Report)]
    [InlineData(IvReuse.Ignore)]
    public async Task An_IV_that_comes_again_is_taken_if_so_chosen(IvReuse choice)
    {
        await using var rig = Rig(new() { IvReuse = choice });
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        await client.DecryptAsync(Clear, iv: 7);

        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 7)));

        Assert.Empty(rig.Broken);
        Assert.Contains(rig.Recorded.Events, one => one is CallMisused);
    }

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

    [Fact]
    public async Task A_read_back_is_under_the_session_key_where_there_is_no_key_of_its_own()
    {
        var profile = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.EncryptedReadBackKey,
        };
        await using var rig = new SurfaceRig(profile);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 40);
        var staging = await client.CreateAsync(Staging);
        var iv = new byte[16];

        await rig.Device.EncryptionBltAsync(client.Session, output, staging, iv);

        var chosen = AesCtrIv.Read(iv);
        Assert.Equal(new AesCtrIv(41, 0), chosen);
        Assert.Equal(Clear, client.Encrypt(await client.ReadAsync(staging), chosen.Iv));
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
    }

    [Fact]
    public async Task Content_comes_out_of_its_protection_only_while_none_is_switched_on()
    {
        var profile = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.HardwareProtectUncompressed,
        };
        await using var rig = new SurfaceRig(profile);
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 1);
        var staging = await client.CreateAsync(Staging);
        await rig.Device.CopyResourceAsync(staging, output);
        Assert.Equal(Clear, await client.ReadAsync(staging));

        var (channel, end) = await client.OpenChannelAsync();
        await client.ConfigureAsync(
            channel, end, new ProtectionCommand(ProtectionFlags.ProtectionEnabled));
        await rig.Device.CopyResourceAsync(staging, output);
        Assert.Equal(new byte[SurfaceBytes], await client.ReadAsync(staging));
        Assert.Equal(DdiStatus.InvalidArg, (await rig.Device.MapAsync(output, CpuAccess.Read)).Status);
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

    [Fact]
    public async Task A_teardown_takes_the_keys_and_signals_its_event()
    {
        await using var rig = new SurfaceRig();
        var (_, torn) = await rig.Device.RegisterHardwareContentProtectionTeardownStatusEventAsync();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var output = await client.DecryptAsync(Clear, iv: 1);
        Assert.Equal(Clear, await client.ReadBackAsync(output));

        rig.Raw.Tell(new VideoDevice.Teardown(Preemptive: true, ContentLost: true));
        Assert.Equal(CryptoSessionStatus.Ok, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        Assert.False(torn!.Signalled.IsCompleted);
        rig.Raw.Tell(new VideoDevice.Teardown(Preemptive: false, ContentLost: true));
        await torn.Signalled;

        Assert.Equal(
            CryptoSessionStatus.KeyAndContentLost, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
        Assert.Equal([SurfaceRule.KeyLost], rig.Broken);
        Assert.Equal(DdiStatus.InvalidArg, await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(
            client.Session, await WrapAsync(client.Session, Bytes(1))));

        // A new session works, but what was on the surfaces is gone.
        client = await new SurfaceClient(rig.Device).OpenAsync();
        await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]);
        await rig.Device.EncryptionBltAsync(client.Session, output, await client.CreateAsync(Staging), new byte[16]);
        Assert.Equal(SurfaceRule.ContentLost, rig.Broken.Last());
        Assert.Equal(Clear, await client.ReadBackAsync(await client.DecryptAsync(Clear, iv: 1)));
    }

    [Theory]
    [InlineData(true, CryptoSessionStatus.KeyLost)]
    [InlineData(false, CryptoSessionStatus.Ok)]
    public async Task A_suspend_costs_the_keys_that_hardware_keeps(bool inHardware, CryptoSessionStatus status)
    {
        var caps = inHardware ? DeviceProfiles.Full.Caps : DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.Hardware;
        await using var rig = new SurfaceRig(DeviceProfiles.Full with { Caps = caps });
        var client = await new SurfaceClient(rig.Device).OpenAsync();

        rig.Raw.Tell(VideoDevice.Suspend.Instance);

        Assert.Equal(status, (await rig.Device.CheckCryptoSessionStatusAsync(client.Session)).Value);
    }

    [Fact]
    public async Task Objects_of_another_device_are_refused_and_stay_as_they_are()
    {
        await using var rig = new SurfaceRig();
        await using var other = rig.Another();
        var foreign = await new SurfaceClient(other).OpenAsync();
        var (staging, output) = (await foreign.CreateAsync(Staging), await foreign.CreateAsync(Protected));

        await rig.Device.DecryptionBltAsync(foreign.Session, staging, output, null, default, Iv(1));
        Assert.Equal([SurfaceRule.WrongDevice], rig.Broken);
        Assert.Equal(
            DdiStatus.InvalidArg,
            await rig.Device.NegotiateCryptoSessionKeyExchangeAsync(
                foreign.Session, await WrapAsync(foreign.Session, Bytes(1))));
        Assert.Equal(Clear, await foreign.ReadBackAsync(await foreign.DecryptAsync(Clear, iv: 1)));
        Assert.NotEqual(
            await foreign.Session.GetCryptoSessionHandleAsync(),
            await (await rig.Device.CreateCryptoSessionAsync(Rsa)).Value!.GetCryptoSessionHandleAsync());
    }

    [Fact]
    public async Task A_removed_device_says_so_and_why()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        Assert.Equal(DdiStatus.Ok, await rig.Device.GetDeviceRemovedReasonAsync());

        rig.Raw.Tell(new VideoDevice.Reset(ResetKind.Adapter, OwnWork: false));

        Assert.Equal(DdiStatus.DxgiDeviceReset, await rig.Device.GetDeviceRemovedReasonAsync());
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await rig.Device.CreateCryptoSessionAsync(Rsa)).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await client.Session.GetCertificateSizeAsync()).Status);
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, (await rig.Device.CreateSurfaceAsync(Staging)).Status);
        var random = Bytes(9);
        await rig.Device.StartSessionKeyRefreshAsync(client.Session, random);
        Assert.Equal(new byte[16], random);
        await client.Session.ReleaseAsync();
    }

    [Fact]
    public async Task A_device_that_was_disposed_of_answers_as_one_that_was_removed()
    {
        await using var rig = new SurfaceRig();
        var client = await new SurfaceClient(rig.Device).OpenAsync();
        var pending = Enumerable.Range(1, 20).Select(i => client.DecryptAsync(Clear, (ulong)i)).ToArray();
        await Task.WhenAll(pending);
        var (_, torn) = await rig.Device.RegisterHardwareContentProtectionTeardownStatusEventAsync();

        await rig.Device.DisposeAsync();

        await torn!.Signalled;
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, await rig.Device.GetEncryptionBltKeyAsync(client.Session, new byte[16]));
        await rig.Device.FinishSessionKeyRefreshAsync(client.Session);
    }

    [Fact]
    public async Task Giving_up_to_wait_does_not_undo_a_call()
    {
        await using var rig = new SurfaceRig();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rig.Device.GetDeviceRemovedReasonAsync(cancel.Token));

        Assert.Equal(DdiStatus.Ok, await rig.Device.GetDeviceRemovedReasonAsync());
    }

    [Fact]
    public async Task Objects_are_bounded()
    {
        await using var rig = new SurfaceRig(settings: new(DeviceProfiles.Full)
        {
            Objects = 1,
            Surfaces = 1,
            SurfaceBytes = 1024,
        });
        var session = (await rig.Device.CreateCryptoSessionAsync(Rsa)).Value!;
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateCryptoSessionAsync(Messages)).Status);
        await session.ReleaseAsync();
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateSurfaceAsync(Staging with { Height = 64 })).Status);
        var surface = (await rig.Device.CreateSurfaceAsync(Staging)).Value!;
        Assert.Equal(DdiStatus.OutOfMemory, (await rig.Device.CreateSurfaceAsync(Staging)).Status);
        await surface.ReleaseAsync();
        Assert.Equal(DdiStatus.Ok, (await rig.Device.CreateSurfaceAsync(Staging with { Height = 16 })).Status);
    }

    private static SurfaceRig Rig(DdiChoices choices) =>
        new(settings: new(DeviceProfiles.Full) { Choices = choices });
}
