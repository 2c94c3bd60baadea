using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Decoding;

/// <summary>Creation, and the begin and end of frames.</summary>
public sealed class DecoderFrameTests
{
    private static readonly VideoDecoderConfig Encrypted = VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession);
    private static readonly VideoDecoderConfig HwCenc = VideoDecoderConfig.Raw(DecoderEncryptions.HwCenc);

    [Fact]
    public void A_decoder_has_a_handle_until_its_device_is_removed()
    {
        var page = new DecoderPage();

        Assert.Equal(new(DdiStatus.Ok, new ContentHandle(0xD3000001)), page.GetHandle());
        page.Facts = page.Facts with { DeviceRemoved = true };
        Assert.Equal(DdiStatus.DxgiDeviceRemoved, page.GetHandle().Status);
        page.Facts = new() { WrongDevice = true };
        Assert.Equal(DdiStatus.InvalidArg, page.GetHandle().Status);
    }

    [Fact]
    public void Creation_wants_a_known_profile_and_encryption_that_the_device_can_undo()
    {
        var noDrm = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Hardware };

        Assert.Equal(DdiStatus.Ok, Create(DeviceProfiles.Full, Encrypted));
        Assert.Equal(DdiStatus.Ok, Create(DeviceProfiles.Full, HwCenc));
        Assert.Equal(DdiStatus.InvalidArg, Create(noDrm, HwCenc));
        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.D3D11On12Like, Encrypted));
        Assert.Equal(
            DdiStatus.Ok, Create(DeviceProfiles.D3D11On12Like, VideoDecoderConfig.Raw(DecoderEncryptions.NoEncrypt)));
        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.Full, Encrypted, profile: Guid.Empty));
        Assert.Equal(
            DdiStatus.OutOfMemory, Create(DeviceProfiles.Full, Encrypted, facts: new(DeviceRemoved: false, HasRoom: false)));
        Assert.Equal(
            DdiStatus.DxgiDeviceRemoved,
            Create(DeviceProfiles.Full, Encrypted, facts: new(DeviceRemoved: true, HasRoom: true)));
    }

    [Fact]
    public void What_is_not_sent_must_say_that_it_is_not_encrypted()
    {
        var none = DecoderEncryptions.NoEncrypt;
        var session = DecoderEncryptions.CryptoSession;

        Assert.True(new VideoDecoderConfig(session, none, none, 1).IsValid);
        Assert.True(new VideoDecoderConfig(session, none, none, 2).IsValid);
        Assert.False(new VideoDecoderConfig(session, session, none, 1).IsValid);
        Assert.False(new VideoDecoderConfig(session, none, session, 1).IsValid);
        Assert.True(new VideoDecoderConfig(none, session, session, 0).IsValid);
        Assert.False(new VideoDecoderConfig(session, session, session, 0).IsValid);
        Assert.False(new VideoDecoderConfig(CryptoTypes.Aes128Ctr, none, none, 1).IsValid);
    }

    [Theory]
    [InlineData(DecoderLayer.Application, "null", FrameKeyKind.Clear)]
    [InlineData(DecoderLayer.Application, "zeros", FrameKeyKind.SessionKey)]
    [InlineData(DecoderLayer.Application, "key", FrameKeyKind.ContentKey)]
    [InlineData(DecoderLayer.Driver, "null", FrameKeyKind.SessionKey)]
    [InlineData(DecoderLayer.Driver, "zeros", FrameKeyKind.SessionKey)]
    [InlineData(DecoderLayer.Driver, "key", FrameKeyKind.ContentKey)]
    public void The_key_argument_means_what_its_layer_says(DecoderLayer layer, string key, FrameKeyKind kind)
    {
        var page = new DecoderPage();
        var argument = key switch { "null" => [], "zeros" => DecoderPage.Zeros, _ => DecoderPage.ContentKey };

        Assert.True(page.Begin(argument, layer).Runs);
        Assert.Equal(kind, page.Decoder.Frame!.Kind);
    }

    [Fact]
    public void No_key_may_be_chosen_to_mean_the_session_key_in_both_layers()
    {
        var page = new DecoderPage(new() { NullContentKey = NullContentKey.SessionKey });
        page.Begin([]);

        Assert.Equal(FrameKeyKind.SessionKey, page.Decoder.Frame!.Kind);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(48)]
    public void A_key_of_another_size_is_refused(int size) =>
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), new DecoderPage().Begin(new byte[size]));

    [Fact]
    public void A_content_key_wants_the_capability_and_zeros_do_not()
    {
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.MissingCapability),
            new DecoderPage(device: DeviceProfiles.NoContentKey).Begin(DecoderPage.ContentKey));
        Assert.True(new DecoderPage(device: DeviceProfiles.NoContentKey).Begin(DecoderPage.Zeros).Runs);
    }

    [Fact]
    public void A_content_key_wants_a_bound_session_that_has_its_key()
    {
        var unbound = new DecoderPage { Facts = default };
        var noKey = new DecoderPage { Facts = new() { Session = new(new(1), -1, CryptoSessionStatus.Ok) } };
        var lost = new DecoderPage { Facts = new() { Session = new(new(1), 0, CryptoSessionStatus.KeyLost) } };

        Assert.Equal(CallVerdict.Refused(SurfaceRule.Unbound), unbound.Begin(DecoderPage.ContentKey));
        Assert.Equal(CallVerdict.Refused(SurfaceRule.NoSessionKey), noKey.Begin(DecoderPage.ContentKey));
        Assert.Equal(CallVerdict.Refused(SurfaceRule.KeyLost), lost.Begin(DecoderPage.ContentKey));
        Assert.True(unbound.Begin([]).Runs);
    }

    [Fact]
    public void Frames_do_not_nest_and_each_ends_once()
    {
        var page = DecoderPage.InFrame();

        Assert.Equal(CallVerdict.Refused(SurfaceRule.CallOrder), page.Begin([]));
        Assert.True(page.End().Runs);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.CallOrder), page.End());
        Assert.True(page.Begin([]).Runs);
    }

    [Fact]
    public void A_post_processing_frame_may_be_begun_within_another_but_no_deeper()
    {
        var page = new DecoderPage();
        page.Decoder = page.Decoder with { PostProcesses = true };

        Assert.True(page.Begin(DecoderPage.Zeros).Runs);
        Assert.True(page.Begin([]).Runs);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.CallOrder), page.Begin([]));
        Assert.True(page.End().Runs);
        Assert.Equal(FrameKeyKind.SessionKey, page.Decoder.Frame!.Kind);
    }

    [Fact]
    public void Busy_hardware_asks_to_try_again()
    {
        var page = new DecoderPage();
        page.Facts = page.Facts with { StillDrawing = true };
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Busy, DdiStatus.WasStillDrawing), page.Begin([]));
        page.Facts = page.Facts with { StillDrawing = false, Pending = true };
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Busy, DdiStatus.Pending), page.Begin([]));
        page.Facts = page.Facts with { Pending = false };
        Assert.True(page.Begin([]).Runs);
    }

    [Fact]
    public void A_decoder_of_hardware_keys_wants_their_structure()
    {
        var page = new DecoderPage(config: HwCenc) { Facts = default };

        Assert.Equal(CallVerdict.Refused(SurfaceRule.BadField), page.Begin(DecoderPage.ContentKey));
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), page.BeginHw(size: 16));
        Assert.Equal(CallVerdict.Refused(SurfaceRule.BadField), page.BeginHw(session: 0));
        Assert.Equal(CallVerdict.Refused(SurfaceRule.BadField), new DecoderPage().BeginHw());
        Assert.True(page.BeginHw().Runs);
        Assert.Equal(FrameKeyKind.HardwareKey, page.Decoder.Frame!.Kind);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.CallOrder), page.BeginHw());
    }

    [Fact]
    public void After_removal_nothing_goes_on()
    {
        var page = DecoderPage.InFrame();
        page.Facts = page.Facts with { DeviceRemoved = true };
        var removed = CallVerdict.Refused(SurfaceRule.DeviceRemoved, DdiStatus.DxgiDeviceRemoved);

        Assert.Equal(removed, page.SubmitSlice(DecoderPage.Slice(1)));
        Assert.Equal(removed, page.End());
        Assert.Equal(removed, page.Begin([]));
    }

    private static DdiStatus Create(
        DeviceProfile device, VideoDecoderConfig config, Guid? profile = null, CreationFacts? facts = null) =>
        new DecoderMachine(device, DdiChoices.Default).CreateVideoDecoder(
            new(profile ?? DecodeProfiles.H264VldNoFgt, 64, 64, 103), config, 0, facts ?? CreationFacts.Fine).Status;
}
