using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Policies;

/// <summary>The barrier waits for the answer of an engine that has stopped for good.</summary>
internal sealed class WaitsForLostEngine(IKeySwitchPolicy right) : WrongPolicy(right)
{
    public override void Lost(int engine, ICollection<KeySwitchDecision> decisions)
    {
    }
}
