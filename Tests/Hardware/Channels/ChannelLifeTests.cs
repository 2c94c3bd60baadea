using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Sim.Tests.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

public sealed class ChannelLifeTests
{
    private static readonly DeviceProfile SoftwareOnly =
        DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Software };

    [Fact]
    public void A_channel_speaks_to_a_driver_that_protects_in_its_way()
    {
        Assert.Equal(0xD4000001ul, Create(DeviceProfiles.Full, AuthenticatedChannelType.DriverHardware).Value!.Handle.Value);
        Assert.Equal(DdiStatus.Ok, Create(SoftwareOnly, AuthenticatedChannelType.DriverSoftware).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(SoftwareOnly, AuthenticatedChannelType.DriverHardware).Status);
        Assert.Equal(
            DdiStatus.NotAvailable,
            Create(SoftwareOnly, AuthenticatedChannelType.DriverHardware, generation: DdiGeneration.D3D9).Status);
        Assert.Equal(DdiStatus.Ok, Create(DeviceProfiles.D3D11On12Like, AuthenticatedChannelType.D3D11).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.Full, (AuthenticatedChannelType)4).Status);
    }

    [Fact]
    public void Removal_and_lack_of_room_are_told()
    {
        var removed = new CreationFacts(DeviceRemoved: true, HasRoom: true);
        var full = new CreationFacts(DeviceRemoved: false, HasRoom: false);
        var type = AuthenticatedChannelType.DriverHardware;

        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Create(DeviceProfiles.Full, type, removed).Status);
        Assert.Equal(
            DdiStatus.DeviceRemoved, Create(DeviceProfiles.Full, type, removed, DdiGeneration.D3D9).Status);
        Assert.Equal(DdiStatus.OutOfMemory, Create(DeviceProfiles.Full, type, full).Status);
    }

    [Fact]
    public void Private_size_never_fails()
    {
        var machine = new ChannelMachine(DeviceProfiles.Full with { ChannelPrivateSize = 190 }, DdiChoices.Default);

        Assert.Equal(192, machine.CalcPrivateAuthenticatedChannelSize(AuthenticatedChannelType.DriverHardware));
        Assert.Equal(0, machine.CalcPrivateAuthenticatedChannelSize(AuthenticatedChannelType.D3D11));
        Assert.Equal(0, machine.CalcPrivateAuthenticatedChannelSize((AuthenticatedChannelType)99));
    }

    [Fact]
    public void Key_arrives_once_and_only_as_256_good_bytes()
    {
        var page = new ChannelPage();

        Assert.Equal(DdiStatus.InvalidArg, page.Negotiate(new byte[256]));
        Assert.Equal(DdiStatus.InvalidArg, page.Negotiate(new byte[255]));
        Assert.Null(page.Channel.Key);
        Assert.Equal(DdiStatus.Ok, page.Negotiate());
        Assert.Equal("7df76b", KeyCheckValue.Of(page.Channel.Key!).ToString());
        Assert.Equal(DdiStatus.InvalidArg, page.Negotiate());
    }

    [Fact]
    public void The_runtimes_own_channel_takes_no_key() =>
        Assert.Equal(DdiStatus.InvalidArg, new ChannelPage(AuthenticatedChannelType.D3D11).Negotiate());

    [Fact]
    public void A_destroyed_channel_takes_nothing_and_its_key_is_wiped()
    {
        var page = ChannelPage.Open();
        var key = page.Channel.Key!;
        var step = page.Machine.DestroyAuthenticatedChannel(page.Channel, page.Device);
        page.Channel = step.Channel;

        Assert.True(key.IsZeroed);
        Assert.Equal(DdiStatus.InvalidArg, page.Send(page.Command(new ProtectionCommand(0), 1000)));
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(DdiStatus.InvalidArg, page.Ask(page.Question(new ChannelTypeQuery(), 2000), 56));
        Assert.True(page.OutputIsUntouched);
        Assert.Equal(SurfaceRule.Destroyed, page.Machine.Check(page.Channel, false, false).Broken);
        Assert.Equal(DdiStatus.InvalidArg, page.Negotiate());
    }

    [Fact]
    public void Device_decides_before_the_channel_does()
    {
        var page = ChannelPage.Open();

        Assert.True(page.Machine.Check(page.Channel, false, false).Runs);
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.WrongDevice), page.Machine.Check(page.Channel, false, wrongDevice: true));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, DdiStatus.DxgiDeviceRemoved),
            page.Machine.Check(page.Channel, deviceRemoved: true, false));
    }

    [Fact]
    public void A_channel_does_not_show_its_key() =>
        Redaction.AssertHidden(StandardVectors.Key, ChannelPage.Open().Channel);

    private static DdiResult<ChannelState?> Create(
        DeviceProfile device,
        AuthenticatedChannelType type,
        CreationFacts? facts = null,
        DdiGeneration generation = DdiGeneration.D3D11) =>
        new ChannelMachine(device, DdiChoices.Default)
            .CreateAuthenticatedChannel(type, index: 0, facts ?? CreationFacts.Fine, generation);
}
