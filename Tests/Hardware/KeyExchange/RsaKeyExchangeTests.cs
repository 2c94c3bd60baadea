using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Surface;
using Sim.Tests.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class RsaKeyExchangeTests
{
    private static readonly DeviceKeyPair KeyPair = DeviceKeyPair.CreateSimulated();
    private static readonly byte[] Wrapped = DeviceKeyPair.Wrap(KeyPair.PublicKey, StandardVectors.Key);

    [Fact]
    public void A_wrapped_key_arrives()
    {
        var key = new byte[16];
        var step = Negotiate(SampleSessions.Rsa, Wrapped, key);

        Assert.Equal(256, Wrapped.Length);
        Assert.Equal(CallVerdict.GoesOn, step.Verdict);
        Assert.True(step.Session.HasKey);
        Assert.Equal(StandardVectors.Key, key);
    }

    [Theory]
    [InlineData(0, SurfaceRule.Size)]
    [InlineData(255, SurfaceRule.Size)]
    [InlineData(257, SurfaceRule.Size)]
    [InlineData(256, SurfaceRule.BadField)]
    public void Anything_else_is_an_invalid_argument_and_changes_nothing(int size, SurfaceRule rule)
    {
        var key = new byte[16];
        var step = Negotiate(SampleSessions.Rsa, new byte[size], key);

        Assert.Equal(new(SampleSessions.Rsa, CallVerdict.Refused(rule, DdiStatus.InvalidArg)), step);
        Assert.All(key, b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_second_negotiation_is_taken_outside_a_frame_unless_chosen_otherwise()
    {
        var never = new DdiChoices { Renegotiation = Renegotiation.Never };
        var refused = CallVerdict.Refused(SurfaceRule.Renegotiation);

        Assert.True(Negotiate(SampleSessions.Ready, Wrapped).Verdict.Runs);
        Assert.Equal(refused, Negotiate(SampleSessions.Ready, Wrapped, frameOpen: true).Verdict);
        Assert.Equal(refused, Negotiate(SampleSessions.Ready, Wrapped, choices: never).Verdict);
        Assert.True(Negotiate(SampleSessions.Rsa, Wrapped, frameOpen: true).Verdict.Runs);
    }

    [Fact]
    public void A_lost_session_stays_lost_unless_chosen_otherwise()
    {
        var lost = SampleSessions.Rsa with { Status = CryptoSessionStatus.KeyLost };
        var healing = new DdiChoices { TeardownRecovery = TeardownRecovery.ByNegotiation };

        Assert.Equal(CallVerdict.Refused(SurfaceRule.KeyLost), Negotiate(lost, Wrapped).Verdict);
        Assert.Equal(CryptoSessionStatus.Ok, Negotiate(lost, Wrapped, choices: healing).Session.Status);
    }

    [Fact]
    public void A_session_for_hardware_protection_takes_no_rsa_key() =>
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.MessagesOnly), Negotiate(SampleSessions.Hw, Wrapped).Verdict);

    [Fact]
    public void A_closed_gate_is_the_answer()
    {
        var gate = CallVerdict.Refused(SurfaceRule.WrongDevice);
        var step = RsaKeyExchange.NegotiateCryptoSessionKeyExchange(
            SampleSessions.Rsa, Wrapped, KeyPair, frameOpen: false, gate, DdiChoices.Default, new byte[16]);

        Assert.Equal(new(SampleSessions.Rsa, gate), step);
    }

    private static SessionStep Negotiate(
        CryptoSessionState session,
        byte[] data,
        byte[]? key = null,
        bool frameOpen = false,
        DdiChoices? choices = null) =>
        RsaKeyExchange.NegotiateCryptoSessionKeyExchange(
            session, data, KeyPair, frameOpen, CallVerdict.GoesOn, choices ?? DdiChoices.Default, key ?? new byte[16]);
}
