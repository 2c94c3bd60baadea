using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

/// <summary>What each command does to the device.</summary>
public sealed class ChannelCommandTests
{
    private static readonly CryptoSessionCommand Bind =
        new(ChannelPage.Decoder, ChannelPage.Session, ChannelPage.SampleDevice.Handle);

    private static readonly SharedResourceCommand LetIn =
        new(ProcessType.Handle, new ContentHandle(77), AllowAccess: true);

    // The Direct3D 9 pages list them; the binding on a hardware channel is accepted by choice 7.31.
    [Theory]
    [InlineData(AuthenticatedChannelType.D3D11, "Protection CryptoSession SharedResource")]
    [InlineData(AuthenticatedChannelType.DriverSoftware, "Protection CryptoSession SharedResource Encryption")]
    [InlineData(AuthenticatedChannelType.DriverHardware, "Protection CryptoSession Encryption")]
    public void A_channel_takes_the_commands_of_its_kind(AuthenticatedChannelType type, string taken)
    {
        (string, ConfigureCommand)[] commands =
        [
            ("Protection", new ProtectionCommand(ProtectionFlags.ProtectionEnabled)),
            ("CryptoSession", Bind),
            ("SharedResource", LetIn),
            ("Encryption", new EncryptionWhenAccessibleCommand(CryptoTypes.Aes128Ctr)),
        ];

        Assert.All(commands, command => Assert.Equal(
            taken.Contains(command.Item1, StringComparison.Ordinal) ? DdiStatus.Ok : DdiStatus.Fail,
            ChannelPage.Open(type).Configure(command.Item2).ReturnCode));
    }

    [Fact]
    public void The_binding_on_a_hardware_channel_may_be_refused_as_listed()
    {
        var page = ChannelPage.Open(
            AuthenticatedChannelType.DriverHardware, new() { HardwareBinding = HardwareBinding.AsListed });

        Assert.Equal(DdiStatus.Fail, page.Configure(Bind).ReturnCode);
    }

    [Fact]
    public void Protection_of_another_channel_cannot_be_switched_off()
    {
        var one = ChannelPage.Open();
        one.Configure(new ProtectionCommand(ProtectionFlags.ProtectionEnabled));
        var other = ChannelPage.Open(device: one.Device, index: 1);

        Assert.Equal(DdiStatus.InvalidArg, other.Configure(new ProtectionCommand(0)).ReturnCode);
        Assert.Equal(DdiStatus.Ok, other.Configure(new ProtectionCommand(ProtectionFlags.All)).ReturnCode);
        Assert.Equal(ProtectionFlags.All, other.Device.Protection);

        one.Device = other.Machine.DestroyAuthenticatedChannel(other.Channel, other.Device).Device;
        Assert.Equal(ProtectionFlags.ProtectionEnabled, one.Device.Protection);
        Assert.Equal(DdiStatus.Ok, one.Configure(new ProtectionCommand(0)).ReturnCode);
        Assert.Equal(ProtectionFlags.None, one.Device.Protection);
    }

    [Fact]
    public void Protection_flags_that_do_not_exist_are_refused() =>
        Assert.Equal(
            DdiStatus.InvalidArg, ChannelPage.Open().Configure(new ProtectionCommand((ProtectionFlags)4)).ReturnCode);

    [Fact]
    public void Binding_ties_a_decoder_to_a_session_of_its_profile()
    {
        var page = ChannelPage.Open();

        Assert.Equal(DdiStatus.Ok, page.Configure(Bind).ReturnCode);
        Assert.Equal(ChannelPage.Session, page.Device.BoundSession(ChannelPage.Decoder));
        Assert.Equal(ContentHandle.None, page.Device.BoundSession(new(0xDED)));
    }

    [Fact]
    public void Binding_again_replaces_the_session()
    {
        var second = new ContentHandle(0x5E7);
        var page = ChannelPage.Open(device: ChannelPage.SampleDevice with
        {
            Sessions = [.. ChannelPage.SampleDevice.Sessions, new(second, DecodeProfiles.H264VldNoFgt)],
        });

        page.Configure(Bind);
        page.Configure(Bind with { CryptoSessionHandle = second });

        Assert.Equal([new DecoderBinding(ChannelPage.Decoder, second)], page.Device.Bindings.ToArray());
    }

    [Fact]
    public void Binding_of_what_does_not_fit_together_is_refused()
    {
        CryptoSessionCommand[] wrong =
        [
            Bind with { DecodeHandle = new(1) },
            Bind with { CryptoSessionHandle = new(1) },
            Bind with { DeviceHandle = new(1) },
            Bind with { DecodeHandle = new(0xDED) },
            Bind with { CryptoSessionHandle = new(0x5E6) },
        ];

        Assert.All(wrong, bind => Assert.Equal(DdiStatus.InvalidArg, ChannelPage.Open().Configure(bind).ReturnCode));
    }

    [Fact]
    public void Destroying_a_session_unbinds_its_decoders_unless_chosen_otherwise()
    {
        var page = ChannelPage.Open();
        page.Configure(Bind);
        var keep = new DdiChoices { DestroyBoundSession = DestroyBoundSession.KeepBinding };

        var unbound = page.Device.WithoutSession(ChannelPage.Session, DdiChoices.Default);
        var kept = page.Device.WithoutSession(ChannelPage.Session, keep);

        Assert.Equal(ContentHandle.None, unbound.BoundSession(ChannelPage.Decoder));
        Assert.Equal(ChannelPage.Session, kept.BoundSession(ChannelPage.Decoder));
        Assert.DoesNotContain(kept.Sessions, known => known.Handle == ChannelPage.Session);
        Assert.Empty(kept.WithoutDecoder(ChannelPage.Decoder).Bindings);
    }

    [Fact]
    public void A_process_is_let_in_once_and_shut_out_by_the_same_channel()
    {
        var one = ChannelPage.Open();
        one.Configure(LetIn);
        one.Configure(LetIn);
        one.Configure(new SharedResourceCommand(ProcessType.Dwm, new ContentHandle(123), AllowAccess: true));
        var other = ChannelPage.Open(device: one.Device, index: 1);

        Assert.Equal(
            [
                new SharedResourceGrant(ProcessType.Handle, new(77), one.Channel.Handle),
                new SharedResourceGrant(ProcessType.Dwm, ContentHandle.None, one.Channel.Handle),
            ],
            one.Device.Grants.ToArray());
        Assert.Equal(DdiStatus.InvalidArg, other.Configure(LetIn with { AllowAccess = false }).ReturnCode);
        Assert.Equal(DdiStatus.Ok, one.Configure(LetIn with { AllowAccess = false }).ReturnCode);
        Assert.Single(one.Device.Grants);
        Assert.Equal(DdiStatus.Ok, one.Configure(LetIn with { AllowAccess = false }).ReturnCode);
    }

    [Fact]
    public void Processes_stay_let_in_when_the_channel_goes_and_then_anyone_may_shut_them_out()
    {
        var one = ChannelPage.Open();
        one.Configure(LetIn);
        var device = one.Machine.DestroyAuthenticatedChannel(one.Channel, one.Device).Device;
        var other = ChannelPage.Open(device: device, index: 1);

        Assert.Single(device.Grants);
        Assert.Equal(DdiStatus.Ok, other.Configure(LetIn with { AllowAccess = false }).ReturnCode);
        Assert.Empty(other.Device.Grants);
    }

    [Fact]
    public void Processes_are_bounded_and_must_be_named()
    {
        var page = ChannelPage.Open();
        for (var i = 0; i < ProtectedDevice.MaxGrants; i++)
            page.Configure(LetIn with { ProcessHandle = new((ulong)(1000 + i)) });

        Assert.Equal(64, page.Device.Grants.Length);
        Assert.Equal(DdiStatus.OutOfMemory, page.Configure(LetIn).ReturnCode);
        Assert.Equal(
            DdiStatus.InvalidArg, page.Configure(LetIn with { ProcessType = ProcessType.Unknown }).ReturnCode);
        Assert.Equal(DdiStatus.InvalidArg, page.Configure(LetIn with { ProcessType = (ProcessType)3 }).ReturnCode);
    }

    [Fact]
    public void Encryption_is_one_of_the_list_and_its_channels_alone()
    {
        var aes = new EncryptionWhenAccessibleCommand(CryptoTypes.Aes128Ctr);
        var none = new EncryptionWhenAccessibleCommand(Guid.Empty);
        var one = ChannelPage.Open();

        Assert.Equal(
            DdiStatus.InvalidArg,
            one.Configure(new EncryptionWhenAccessibleCommand(CryptoTypes.Proprietary)).ReturnCode);
        Assert.Equal(DdiStatus.Ok, one.Configure(aes).ReturnCode);
        var other = ChannelPage.Open(device: one.Device, index: 1);
        Assert.Equal(DdiStatus.InvalidArg, other.Configure(none).ReturnCode);
        Assert.Equal(DdiStatus.Ok, other.Configure(aes).ReturnCode);
        Assert.Equal(one.Channel.Handle, other.Device.EncryptionChannel);
        Assert.Equal(DdiStatus.Ok, one.Configure(none).ReturnCode);
        Assert.Equal(ContentHandle.None, one.Device.EncryptionChannel);
        Assert.Equal(Guid.Empty, other.Device.WithoutChannel(one.Channel.Handle).CurrentEncryption);
    }
}
