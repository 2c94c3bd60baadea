using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Surface;

public sealed class SessionCallGateTests
{
    private static readonly SessionFacts Ready = new() { KeyExchangeType = KeyExchangeTypes.RsaesOaep, HasKey = true };

    [Fact]
    public void Every_call_goes_on_at_a_session_with_a_key() =>
        Assert.All(Enum.GetValues<SurfaceFunction>(), call => Assert.True(Check(call, Ready).Runs));

    [Theory]
    [InlineData(SurfaceFunction.DecryptionBlt, DdiContentProtectionCaps.DecryptionBlt, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.EncryptionBlt, DdiContentProtectionCaps.EncryptedReadBack, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.GetEncryptionBltKey, DdiContentProtectionCaps.EncryptedReadBackKey, DdiStatus.InvalidArg)]
    [InlineData(SurfaceFunction.StartSessionKeyRefresh, DdiContentProtectionCaps.FreshenSessionKey, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.FinishSessionKeyRefresh, DdiContentProtectionCaps.FreshenSessionKey, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.GetDataForNewHardwareKey, DdiContentProtectionCaps.HardwareDrmCommunication, DdiStatus.InvalidArg)]
    [InlineData(SurfaceFunction.CheckCryptoSessionStatus, DdiContentProtectionCaps.HardwareTeardown, DdiStatus.InvalidArg)]
    public void A_missing_capability_stops_its_call_and_a_void_call_answers_nothing(
        SurfaceFunction call, DdiContentProtectionCaps caps, DdiStatus status)
    {
        var device = DeviceProfiles.Full with { Caps = DeviceProfiles.Full.Caps & ~caps };

        Assert.Equal(CallVerdict.Refused(SurfaceRule.MissingCapability, status), Check(call, Ready, device));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.MissingCapability, DdiStatus.NotAvailable),
            SessionCallGate.Check(call, Ready, device, DdiChoices.Default, DdiGeneration.D3D9));
    }

    [Fact]
    public void The_multi_threaded_exchange_wants_its_flag()
    {
        var device = DeviceProfiles.Full with { DrmCommunicationMultiThreaded = false };

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.MissingCapability),
            Check(SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt, Ready, device));
        Assert.True(Check(SurfaceFunction.NegotiateCryptoSessionKeyExchange, Ready, device).Runs);
    }

    [Theory]
    [InlineData(SurfaceFunction.GetCertificateSize)]
    [InlineData(SurfaceFunction.GetCertificate)]
    [InlineData(SurfaceFunction.EncryptionBlt)]
    [InlineData(SurfaceFunction.DecryptionBlt)]
    [InlineData(SurfaceFunction.StartSessionKeyRefresh)]
    [InlineData(SurfaceFunction.FinishSessionKeyRefresh)]
    [InlineData(SurfaceFunction.GetEncryptionBltKey)]
    public void A_session_for_hardware_protection_carries_messages_only(SurfaceFunction call)
    {
        var session = Ready with { KeyExchangeType = KeyExchangeTypes.HwProtection };

        Assert.Equal(SurfaceRule.MessagesOnly, Check(call, session).Broken);
    }

    [Fact]
    public void Only_those_seven_calls_are_forbidden_with_hardware_protection() =>
        Assert.Equal(7, Enum.GetValues<SurfaceFunction>().Count(SessionCallGate.IsForbiddenWithHwProtection));

    [Theory]
    [InlineData(SurfaceFunction.DecryptionBlt, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.EncryptionBlt, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.StartSessionKeyRefresh, DdiStatus.Ok)]
    [InlineData(SurfaceFunction.GetEncryptionBltKey, DdiStatus.InvalidArg)]
    public void Use_without_a_key_is_refused(SurfaceFunction call, DdiStatus status)
    {
        Assert.Equal(CallVerdict.Refused(SurfaceRule.NoSessionKey, status), Check(call, Ready with { HasKey = false }));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.KeyLost, status),
            Check(call, Ready with { Status = CryptoSessionStatus.KeyLost }));
    }

    [Fact]
    public void A_refresh_without_a_key_may_be_left_to_the_driver()
    {
        var choices = new DdiChoices { RefreshWithoutKey = RefreshWithoutKey.Forward };
        var session = Ready with { HasKey = false };

        Assert.True(SessionCallGate.Check(
            SurfaceFunction.FinishSessionKeyRefresh, session, DeviceProfiles.Full, choices).Runs);
        Assert.False(SessionCallGate.Check(
            SurfaceFunction.DecryptionBlt, session, DeviceProfiles.Full, choices).Runs);
    }

    [Fact]
    public void After_removal_calls_answer_that_and_void_calls_nothing()
    {
        var gone = Ready with { DeviceRemoved = true, WrongDevice = true };
        var choices = new DdiChoices { RemovedStatus = RemovedStatus.DdiDeviceRemoved };

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, DdiStatus.DxgiDeviceRemoved),
            Check(SurfaceFunction.NegotiateCryptoSessionKeyExchange, gone));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, DdiStatus.Ok), Check(SurfaceFunction.StartSessionKeyRefresh, gone));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, DdiStatus.DeviceRemoved),
            SessionCallGate.Check(SurfaceFunction.GetCertificate, gone, DeviceProfiles.Full, choices));
        Assert.True(Check(SurfaceFunction.DestroyCryptoSession, gone).Runs);
    }

    [Fact]
    public void Another_devices_session_is_refused()
    {
        var other = Ready with { WrongDevice = true };

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.WrongDevice), Check(SurfaceFunction.GetEncryptionBltKey, other));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.WrongDevice, DdiStatus.Ok), Check(SurfaceFunction.DecryptionBlt, other));
    }

    [Fact]
    public void A_destroyed_session_takes_nothing_more()
    {
        var destroyed = Ready with { Destroyed = true };

        Assert.Equal(SurfaceRule.Destroyed, Check(SurfaceFunction.NegotiateCryptoSessionKeyExchange, destroyed).Broken);
        Assert.Equal(SurfaceRule.Destroyed, Check(SurfaceFunction.DestroyCryptoSession, destroyed).Broken);
    }

    private static CallVerdict Check(SurfaceFunction call, SessionFacts session, DeviceProfile? device = null) =>
        SessionCallGate.Check(call, session, device ?? DeviceProfiles.Full, DdiChoices.Default);
}
