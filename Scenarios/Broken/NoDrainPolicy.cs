using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Broken;

/// <summary>Deliberately wrong: holds nothing, and every key switch opens at once, whatever is in flight.</summary>
public sealed class NoDrainPolicy : IKeySwitchPolicy
{
    /// <inheritdoc/>
    public void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions) =>
        decisions.Add(KeySwitchDecision.Release(job));

    /// <inheritdoc/>
    public void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions) =>
        decisions.Add(KeySwitchDecision.Open(keySwitch));

    /// <inheritdoc/>
    public void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
    }

    /// <inheritdoc/>
    public void Granted(int epoch, int slot, ICollection<KeySwitchDecision> decisions) =>
        throw new InvalidOperationException("This policy asks for no key slot.");

    /// <inheritdoc/>
    public void Wanted(int epoch, ICollection<KeySwitchDecision> decisions) =>
        throw new InvalidOperationException("This policy holds no key slot.");

    /// <inheritdoc/>
    public void Abandon(ICollection<KeySwitchDecision> decisions)
    {
    }
}
