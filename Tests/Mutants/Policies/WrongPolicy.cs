using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Policies;

/// <summary>A key-switch policy with something wrong about it: it changes what the right one is told.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongPolicy(IKeySwitchPolicy right) : IKeySwitchPolicy
{
    public void Began(ICollection<KeySwitchDecision> decisions) => right.Began(decisions);

    public virtual void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions) => right.Accepted(job, decisions);

    public virtual void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions) =>
        right.Accepted(keySwitch, decisions);

    public virtual void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions) => right.Ended(job, decisions);

    public void Granted(int epoch, int slot, ICollection<KeySwitchDecision> decisions) =>
        right.Granted(epoch, slot, decisions);

    public void Wanted(int epoch, ICollection<KeySwitchDecision> decisions) => right.Wanted(epoch, decisions);

    public void MarkerMet(int epoch, int engine, ICollection<KeySwitchDecision> decisions) =>
        right.MarkerMet(epoch, engine, decisions);

    public virtual void Lost(int engine, ICollection<KeySwitchDecision> decisions) => right.Lost(engine, decisions);

    public virtual void Abandon(ICollection<KeySwitchDecision> decisions) => right.Abandon(decisions);
}
