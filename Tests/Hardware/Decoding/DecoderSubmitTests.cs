using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Decoding;

public sealed class DecoderSubmitTests
{
    private static readonly SubSample[] Map = [new(16, 64), new(7, 73)];
    private static readonly VideoDecoderConfig HwCenc = VideoDecoderConfig.Raw(DecoderEncryptions.HwCenc);

    [Fact]
    public void An_encrypted_slice_is_taken_with_key_iv_and_ranges()
    {
        var page = DecoderPage.InFrame(key: DecoderPage.ContentKey);

        Assert.Equal(CallVerdict.GoesOn, page.SubmitSlice(DecoderPage.Slice(iv: 5, count: 3)));
        Assert.Equal(3, page.Buffers.Count);
        Assert.Null(page.Buffers[0].Encryption);
        Assert.Equal(
            new DecodeBuffer(
                VideoDecoderBufferType.Bitstream,
                160,
                new(
                    FrameKeyKind.ContentKey,
                    new(0, WrappedContentKey.Read(DecoderPage.ContentKey)),
                    new(5, 3),
                    EncryptedRanges.Whole)),
            page.Buffers[2]);
    }

    [Fact]
    public void Sub_samples_become_ranges()
    {
        var page = DecoderPage.InFrame();

        Assert.Equal(CallVerdict.GoesOn, page.SubmitSlice1(DecoderPage.Slice1(5, 160, Map)));
        Assert.Equal(EncryptedRanges.SubSamples(Map), page.LastEncryption!.Ranges);
        Assert.Equal(new AesCtrIv(5, 9), page.Ledger.Of(page.LastEncryption.Key).Next);
    }

    [Theory]
    [InlineData(159)]
    [InlineData(161)]
    public void Sub_samples_must_add_up_to_the_buffer(uint size) =>
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.SubSamples),
            DecoderPage.InFrame().SubmitSlice1(DecoderPage.Slice1(5, size, Map)));

    [Fact]
    public void Sub_samples_that_encrypt_nothing_are_a_clear_buffer()
    {
        var page = DecoderPage.InFrame(key: []);

        Assert.True(page.SubmitSlice1(DecoderPage.Slice1(5, 160)).Runs);
        Assert.Null(page.LastEncryption);
        Assert.True(page.SubmitSlice1(DecoderPage.Slice1(5, 160, new SubSample(160, 0))).Runs);
        Assert.Null(page.LastEncryption);
        Assert.Equal(
            SurfaceRule.SubSamples, page.SubmitSlice1(DecoderPage.Slice1(5, 160, new SubSample(100, 0))).Broken);
    }

    [Fact]
    public void A_pattern_becomes_ranges_and_must_be_of_whole_blocks()
    {
        var slice = DecoderPage.Slice(5) with { PartialEncryption = true, EncryptedBlockInfo = new(32, 16, 16) };
        var page = DecoderPage.InFrame();

        Assert.Equal(CallVerdict.GoesOn, page.SubmitSlice(slice));
        Assert.Equal(EncryptedRanges.Pattern(new(32, 16, 16)), page.LastEncryption!.Ranges);
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.BlockAlignment),
            DecoderPage.InFrame().SubmitSlice(slice with { EncryptedBlockInfo = new(100, 20, 2) }));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.BlockAlignment),
            DecoderPage.InFrame().SubmitSlice(DecoderPage.Slice(5, size: 161)));
        Assert.True(DecoderPage.InFrame(new() { PartialBlock = PartialBlock.UsePrefix })
            .SubmitSlice(DecoderPage.Slice(5, size: 161)).Runs);
    }

    [Fact]
    public void Without_the_capability_no_buffer_is_encrypted_in_part()
    {
        var pattern = DecoderPage.Slice(5) with { PartialEncryption = true, EncryptedBlockInfo = new(32, 16, 16) };
        var refused = CallVerdict.Refused(SurfaceRule.MissingCapability);

        Assert.Equal(refused, DecoderPage.InFrame(device: DeviceProfiles.NoPartial).SubmitSlice(pattern));
        Assert.Equal(
            refused,
            DecoderPage.InFrame(device: DeviceProfiles.NoPartial).SubmitSlice1(DecoderPage.Slice1(5, 160, Map)));
        Assert.True(DecoderPage.InFrame(device: DeviceProfiles.NoPartial)
            .SubmitSlice1(DecoderPage.Slice1(5, 160, new SubSample(0, 160))).Runs);
    }

    [Fact]
    public void Buffers_come_within_a_frame_and_at_first_of_all_needed_kinds()
    {
        var page = new DecoderPage();
        Assert.Equal(SurfaceRule.CallOrder, page.SubmitSlice(DecoderPage.Slice(1)).Broken);

        page.Begin(DecoderPage.Zeros);
        Assert.Equal(SurfaceRule.MissingBuffer, page.Submit(DecoderPage.Slice(1)).Broken);
        Assert.Equal(SurfaceRule.MissingBuffer, page.Submit().Broken);
        Assert.True(page.SubmitSlice(DecoderPage.Slice(1)).Runs);
        Assert.True(page.Submit(DecoderPage.Slice(2)).Runs);
        page.End();
        page.Begin(DecoderPage.Zeros);
        Assert.Equal(SurfaceRule.MissingBuffer, page.Submit(DecoderPage.Slice(3)).Broken);
    }

    [Fact]
    public void A_refused_buffer_refuses_the_whole_call()
    {
        var page = DecoderPage.InFrame();
        var (decoder, ledger) = (page.Decoder, page.Ledger);
        var bad = DecoderPage.Buffer(VideoDecoderBufferType.Bitstream) with { DataOffset = 1 };

        Assert.Equal(
            SurfaceRule.BadField,
            page.Submit(
                DecoderPage.Buffer(VideoDecoderBufferType.PictureParameters),
                DecoderPage.Buffer(VideoDecoderBufferType.SliceControl),
                DecoderPage.Slice(1),
                bad).Broken);
        Assert.Empty(page.Buffers);
        Assert.Same(decoder, page.Decoder);
        Assert.Same(ledger, page.Ledger);
    }

    [Fact]
    public void Reserved_fields_and_types_are_checked()
    {
        VideoDecoderBufferDesc[] wrong =
        [
            DecoderPage.Slice(1) with { BufferIndex = 1 },
            DecoderPage.Slice(1) with { DataOffset = 1 },
            DecoderPage.Slice(1) with { Width = 1 },
            DecoderPage.Slice(1) with { Height = 1 },
            DecoderPage.Slice(1) with { Stride = 1 },
            DecoderPage.Slice(1) with { ReservedBits = 1 },
        ];

        Assert.All(wrong, one => Assert.Equal(SurfaceRule.BadField, DecoderPage.InFrame().SubmitSlice(one).Broken));
        Assert.Equal(
            SurfaceRule.BadField,
            DecoderPage.InFrame().Submit(
                DecoderPage.Buffer(VideoDecoderBufferType.PictureParameters),
                DecoderPage.Buffer(VideoDecoderBufferType.SliceControl),
                DecoderPage.Slice(1),
                new VideoDecoderBufferDesc { BufferType = 9, DataSize = 16 }).Broken);
        Assert.Equal(SurfaceRule.Size, DecoderPage.InFrame().SubmitSlice(DecoderPage.Slice(1, size: 0)).Broken);
        Assert.Equal(
            SurfaceRule.Size, DecoderPage.InFrame().SubmitSlice(DecoderPage.Slice(1, size: 0x80000000)).Broken);
    }

    [Fact]
    public void The_driver_counts_types_from_1()
    {
        var page = new DecoderPage();
        page.Begin([], DecoderLayer.Driver);

        Assert.True(page.SubmitAsDriver(
            new VideoDecoderBufferDesc { BufferType = 1, DataSize = 64 },
            new VideoDecoderBufferDesc { BufferType = 6, DataSize = 64 },
            DecoderPage.Slice(1) with { BufferType = 7 }).Runs);
        Assert.Equal(VideoDecoderBufferType.Bitstream, page.Buffers[2].Type);
        Assert.Equal(FrameKeyKind.SessionKey, page.LastEncryption!.Kind);
    }

    [Fact]
    public void Ciphertext_is_refused_where_none_may_be()
    {
        var unexpected = CallVerdict.Refused(SurfaceRule.UnexpectedCiphertext);
        var slicesOnly = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps | DdiContentProtectionCaps.EncryptSliceDataOnly,
        };
        var parameters = DecoderPage.Buffer(VideoDecoderBufferType.PictureParameters) with { Iv = DecoderPage.Iv(1) };
        VideoDecoderBufferDesc[] frame =
            [parameters, DecoderPage.Buffer(VideoDecoderBufferType.SliceControl), DecoderPage.Slice(2)];

        Assert.Equal(unexpected, DecoderPage.InFrame(key: []).SubmitSlice(DecoderPage.Slice(1)));
        Assert.Equal(
            unexpected,
            DecoderPage.InFrame(config: VideoDecoderConfig.Raw(DecoderEncryptions.NoEncrypt))
                .SubmitSlice(DecoderPage.Slice(1)));
        Assert.Equal(unexpected, DecoderPage.InFrame(device: slicesOnly).Submit(frame));
        Assert.True(DecoderPage.InFrame().Submit(frame).Runs);
        Assert.Equal(
            unexpected,
            DecoderPage.InFrame().SubmitSlice(
                DecoderPage.Buffer(VideoDecoderBufferType.Bitstream) with { PartialEncryption = true }));
        Assert.Equal(
            unexpected,
            DecoderPage.InFrame().SubmitSlice1(DecoderPage.Slice1(5, 160, Map) with { Iv = default }));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(17)]
    public void An_IV_has_16_bytes(int size) =>
        Assert.Equal(
            SurfaceRule.Size,
            DecoderPage.InFrame().SubmitSlice(DecoderPage.Slice(1) with { Iv = new byte[size] }).Broken);

    [Fact]
    public void Encrypted_buffers_want_a_bound_session_that_has_its_key()
    {
        var page = DecoderPage.InFrame();
        page.Facts = default;
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Unbound), page.SubmitSlice(DecoderPage.Slice(1)));
        page.Facts = new() { Session = new(new(0x5E5), 0, CryptoSessionStatus.KeyAndContentLost) };
        Assert.Equal(CallVerdict.Refused(SurfaceRule.KeyLost), page.SubmitSlice(DecoderPage.Slice(1)));
        page.Facts = new() { Session = new(new(0x5E6), 0, CryptoSessionStatus.Ok) };
        Assert.Equal(CallVerdict.Refused(SurfaceRule.CallOrder), page.SubmitSlice(DecoderPage.Slice(1)));
        page.Facts = default;
        Assert.True(page.SubmitSlice(DecoderPage.Buffer(VideoDecoderBufferType.Bitstream)).Runs);
    }

    [Fact]
    public void A_refresh_in_a_frame_changes_buffers_under_the_session_key_from_then_on_and_is_warned_of()
    {
        var page = DecoderPage.InFrame();
        page.SubmitSlice(DecoderPage.Slice(1));
        Assert.Equal(0, page.LastEncryption!.Key.Epoch);

        page.AtEpoch(1);
        Assert.Equal(CallVerdict.Warned(SurfaceRule.MidFrameRefresh), page.Submit(DecoderPage.Slice(1)));
        Assert.Equal(1, page.LastEncryption!.Key.Epoch);
    }

    [Fact]
    public void A_content_key_stays_for_the_frame_whatever_is_refreshed()
    {
        var page = DecoderPage.InFrame(key: DecoderPage.ContentKey);
        page.AtEpoch(1);

        Assert.Equal(CallVerdict.Warned(SurfaceRule.MidFrameRefresh), page.SubmitSlice(DecoderPage.Slice(1)));
        Assert.Equal(0, page.LastEncryption!.Key.Epoch);
    }

    [Fact]
    public void The_whole_frame_may_be_chosen_to_keep_its_session_key()
    {
        var page = DecoderPage.InFrame(new() { MidFrameRefresh = MidFrameRefresh.WholeFrame });
        page.AtEpoch(1);
        page.SubmitSlice(DecoderPage.Slice(1));

        Assert.Equal(0, page.LastEncryption!.Key.Epoch);
    }

    [Fact]
    public void A_frame_that_began_unbound_has_no_key_to_keep()
    {
        var page = new DecoderPage(new() { MidFrameRefresh = MidFrameRefresh.WholeFrame }) { Facts = default };
        page.Begin(DecoderPage.Zeros);
        page.Facts = new() { Session = new(new(0x5E5), 3, CryptoSessionStatus.Ok) };

        Assert.Equal(SurfaceRule.Unbound, page.SubmitSlice(DecoderPage.Slice(1)).Broken);
    }

    [Fact]
    public void IVs_of_the_session_key_grow_from_buffer_to_buffer()
    {
        var page = DecoderPage.InFrame();

        Assert.True(page.SubmitSlice(DecoderPage.Slice(5)).Runs);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.IvNotIncreasing), page.Submit(DecoderPage.Slice(5)));
        Assert.True(page.Submit(DecoderPage.Slice(6)).Runs);
    }

    [Fact]
    public void Sequential_counts_go_on_from_buffer_to_buffer_of_a_frame()
    {
        var sequential = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps | DdiContentProtectionCaps.SequentialCtrIv,
        };
        var page = DecoderPage.InFrame(device: sequential);

        Assert.True(page.SubmitSlice(DecoderPage.Slice(5, count: 1, size: 48)).Runs);
        Assert.True(page.Submit(DecoderPage.Slice(5, count: 4, size: 48)).Runs);
        Assert.Equal(SurfaceRule.CountNotSequential, page.Submit(DecoderPage.Slice(5, count: 8, size: 48)).Broken);
        page.End();
        page.Begin(DecoderPage.Zeros);
        Assert.Equal(SurfaceRule.IvNotIncreasing, page.SubmitSlice(DecoderPage.Slice(5, count: 7)).Broken);
        Assert.True(page.SubmitSlice(DecoderPage.Slice(6, count: 1)).Runs);
    }

    [Fact]
    public void A_pattern_that_encrypts_nothing_begins_no_sequence()
    {
        var sequential = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps | DdiContentProtectionCaps.SequentialCtrIv,
        };
        var page = DecoderPage.InFrame(device: sequential);
        page.SubmitSlice(DecoderPage.Slice(5, count: 1));
        page.End();
        page.Begin(DecoderPage.Zeros);

        Assert.True(page.SubmitSlice(DecoderPage.Slice(6) with { PartialEncryption = true }).Runs);
        Assert.True(page.Submit(DecoderPage.Slice(6, count: 1)).Runs);
    }

    [Fact]
    public void A_content_key_s_reused_IV_is_only_reported()
    {
        var page = DecoderPage.InFrame(key: DecoderPage.ContentKey);
        page.SubmitSlice(DecoderPage.Slice(5));

        Assert.Equal(CallVerdict.Warned(SurfaceRule.IvNotIncreasing), page.Submit(DecoderPage.Slice(5)));
    }

    [Fact]
    public void Hardware_keys_take_the_container_s_IVs_and_any_sub_samples()
    {
        var page = new DecoderPage(config: HwCenc) { Facts = default };
        page.BeginHw();

        Assert.True(page.SubmitSlice1(DecoderPage.Slice1(5, 160, Map)).Runs);
        Assert.Equal(FrameKeyKind.HardwareKey, page.LastEncryption!.Kind);
        Assert.True(page.Submit1(DecoderPage.Slice1(5, 160, Map) with { Iv = new byte[8] }).Runs);
        var key = page.LastEncryption!.Key;
        Assert.Equal(new EffectiveKey(-1, null), key);
        Assert.Null(page.Ledger.Of(key).Next);
        Assert.Equal(SurfaceRule.Size, page.Submit1(DecoderPage.Slice1(5, 160, Map) with { Iv = new byte[9] }).Broken);
    }

    [Fact]
    public void At_feature_level_9_the_pattern_never_changes()
    {
        var page = DecoderPage.InFrame();
        page.Decoder = page.Decoder with { FeatureLevel9 = true };
        var slice = DecoderPage.Slice(5) with { PartialEncryption = true, EncryptedBlockInfo = new(32, 16, 16) };

        Assert.True(page.SubmitSlice(slice).Runs);
        Assert.True(page.Submit(slice with { Iv = DecoderPage.Iv(6) }).Runs);
        page.End();
        page.Begin(DecoderPage.Zeros);
        Assert.Equal(
            SurfaceRule.BadField,
            page.SubmitSlice(slice with { Iv = DecoderPage.Iv(7), EncryptedBlockInfo = new(16, 16, 16) }).Broken);
        Assert.Equal(SurfaceRule.BadField, page.SubmitSlice(DecoderPage.Slice(7)).Broken);
        Assert.True(page.SubmitSlice(DecoderPage.Buffer(VideoDecoderBufferType.Bitstream)).Runs);
    }

    [Fact]
    public void A_host_that_parses_encrypts_macroblock_control()
    {
        var none = DecoderEncryptions.NoEncrypt;
        var page = DecoderPage.InFrame(config: new VideoDecoderConfig(none, DecoderEncryptions.CryptoSession, none, 0));
        var control = DecoderPage.Buffer(VideoDecoderBufferType.MacroblockControl) with { Iv = DecoderPage.Iv(1) };

        Assert.True(page.Submit(DecoderPage.Buffer(VideoDecoderBufferType.PictureParameters), control).Runs);
        Assert.Equal(
            SurfaceRule.UnexpectedCiphertext,
            page.Submit(control with { BufferType = (int)VideoDecoderBufferType.ResidualDifference }).Broken);
    }

    [Fact]
    public void Buffers_of_a_call_are_bounded()
    {
        var many = Enumerable.Repeat(DecoderPage.Buffer(VideoDecoderBufferType.Bitstream), 257).ToArray();

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory), DecoderPage.InFrame().Submit(many));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory),
            DecoderPage.InFrame().Submit1(new VideoDecoderBufferDesc1[257]));
    }
}
