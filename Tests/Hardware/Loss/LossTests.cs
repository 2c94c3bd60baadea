using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Profiles;
using Sim.Tests.Hardware.KeyExchange;
using Xunit;

namespace Sim.Tests.Hardware.Loss;

public sealed class LossTests
{
    private static readonly DeviceProfile Software = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Software };

    [Fact]
    public void Teardown_takes_the_key_and_never_makes_a_status_better()
    {
        var keyLost = SessionLoss.Teardown(SampleSessions.Ready, contentLost: false);
        var bothLost = SessionLoss.Teardown(keyLost, contentLost: true);

        Assert.Equal(CryptoSessionStatus.KeyLost, keyLost.Status);
        Assert.False(keyLost.HasKey);
        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, bothLost.Status);
        Assert.Equal(CryptoSessionStatus.KeyAndContentLost, SessionLoss.Teardown(bothLost, contentLost: false).Status);
    }

    [Fact]
    public void Announcement_of_a_teardown_costs_nothing_and_is_remembered()
    {
        var teardown = default(AdapterTeardown).Announce().Announce();
        Assert.Equal(new AdapterTeardown(2, 0), teardown);

        teardown = teardown.Happen();
        Assert.True(teardown.IsPending);
        teardown = teardown.Happen();
        Assert.False(teardown.IsPending);
        Assert.Equal(new AdapterTeardown(0, 3), teardown.Happen());
    }

    [Fact]
    public void Suspend_loses_keys_in_hardware_and_software_keys_only_by_choice()
    {
        var losing = new DdiChoices { SoftwareKeysAcrossSuspend = SoftwareKeysAcrossSuspend.Lose };
        var ready = SampleSessions.Ready;

        Assert.Equal(ready, SessionLoss.Suspend(ready, Software, DdiChoices.Default));
        Assert.Equal(CryptoSessionStatus.KeyLost, SessionLoss.Suspend(ready, Software, losing).Status);
        Assert.Equal(
            CryptoSessionStatus.KeyLost, SessionLoss.Suspend(ready, DeviceProfiles.Full, DdiChoices.Default).Status);
        Assert.Equal(
            CryptoSessionStatus.KeyLost, SessionLoss.Suspend(SampleSessions.Hw, Software, DdiChoices.Default).Status);
    }

    [Theory]
    [InlineData(ResetKind.Engine, true, true, true, DdiStatus.DxgiDeviceHung)]
    [InlineData(ResetKind.Adapter, true, true, true, DdiStatus.DxgiDeviceHung)]
    [InlineData(ResetKind.Engine, false, false, false, DdiStatus.Ok)]
    [InlineData(ResetKind.Adapter, false, true, true, DdiStatus.DxgiDeviceReset)]
    public void A_reset_kills_the_guilty_and_an_adapters_reset_the_innocent_too(
        ResetKind kind, bool own, bool dead, bool aborted, DdiStatus reason) =>
        Assert.Equal(new DeviceReset(dead, aborted, reason), DeviceReset.Of(kind, own, DdiChoices.Default));

    [Fact]
    public void A_device_may_be_chosen_to_survive_the_reset_of_an_engine_but_not_of_the_adapter()
    {
        var choices = new DdiChoices { ResetOfOwnDevice = ResetOfOwnDevice.WorkDies };

        Assert.Equal(new DeviceReset(false, true, DdiStatus.Ok), DeviceReset.Of(ResetKind.Engine, ownWork: true, choices));
        Assert.True(DeviceReset.Of(ResetKind.Adapter, ownWork: true, choices).DeviceIsDead);
    }

    [Theory]
    [InlineData(DdiStatus.OutOfMemory, DdiStatus.Ok)]
    [InlineData(DdiStatus.DeviceRemoved, DdiStatus.DxgiDeviceRemoved)]
    [InlineData(DdiStatus.InvalidArg, DdiStatus.DxgiDriverInternalError)]
    [InlineData(DdiStatus.Ok, DdiStatus.DxgiDriverInternalError)]
    public void A_status_that_a_void_function_may_not_tell_removes_the_device(DdiStatus told, DdiStatus reason) =>
        Assert.Equal(reason, DriverError.RemovalReason(told));
}
