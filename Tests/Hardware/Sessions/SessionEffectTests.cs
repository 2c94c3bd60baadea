using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Numbers share their room in effects and decisions: the largest and the smallest come back as they were.</summary>
public sealed class SessionEffectTests
{
    private static readonly KeyCheckValue Largest = KeyCheckValue.Parse("ffffff");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(63, int.MaxValue)]
    [InlineData(-1, -1)]
    public void Engine_and_slot_of_a_job_come_back(int engine, int slot)
    {
        var job = SampleCalls.Latched(1, epoch: 0);
        var effect = SessionEffect.Dispatch(job, engine, slot);

        Assert.Equal(SessionEffect.Kinds.Dispatch, effect.Kind);
        Assert.Same(job, effect.Job);
        Assert.Equal((engine, slot), (effect.Engine, effect.Slot));
        Assert.Equal(engine, SessionEffect.Completed(job, engine).Engine);
    }

    [Theory]
    [InlineData(long.MaxValue, int.MaxValue)]
    [InlineData(1, 0)]
    public void Position_epoch_and_check_value_of_a_key_come_back(long position, int epoch)
    {
        var effect = SessionEffect.Negotiated(position, epoch, Largest);

        Assert.Equal(SessionEffect.Kinds.Negotiated, effect.Kind);
        Assert.Equal((position, epoch, Largest), (effect.Position, effect.Epoch, effect.CheckValue));
    }

    [Theory]
    [InlineData(SwitchReason.Refreshed)]
    [InlineData(SwitchReason.KeyLost)]
    public void Epoch_check_value_and_reason_of_a_switch_come_back(SwitchReason reason)
    {
        var effect = SessionEffect.KeySwitched(int.MaxValue, Largest, reason);
        var decision = KeySwitchDecision.Open(new KeySwitch(int.MaxValue, Largest, reason));

        Assert.Equal((int.MaxValue, Largest, reason), (effect.Epoch, effect.CheckValue, effect.Reason));
        Assert.Equal(KeySwitchDecision.Kinds.Open, decision.Kind);
        Assert.Equal(new KeySwitch(int.MaxValue, Largest, reason), decision.KeySwitch);
    }

    [Fact]
    public void Statuses_of_all_bits_come_back()
    {
        foreach (var status in Enum.GetValues<DdiStatus>())
            Assert.Equal(status, SessionEffect.NegotiationRefused(status).Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(int.MaxValue, false)]
    public void Epoch_of_a_slot_and_whether_it_is_over_come_back(int epoch, bool retired)
    {
        var (effect, decision) = (SessionEffect.ReleaseSlot(epoch, retired), KeySwitchDecision.Unreference(epoch, retired));

        Assert.Equal((epoch, retired), (effect.Epoch, effect.Retired));
        Assert.Equal((epoch, retired), (decision.Epoch, decision.Retired));
        Assert.Equal(-1, KeySwitchDecision.Release(SampleCalls.Latched(1, 0)).Slot);
    }
}
