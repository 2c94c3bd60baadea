using Sim.Hardware.Loss;
using Sim.Hardware.Resources;

namespace Sim.Tests.Mutants.Loss;

/// <summary>A protection machine with something wrong about it.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongProtection(IProtectionMachine right) : IProtectionMachine
{
    public ProtectionPhase Phase => right.Phase;

    public virtual SurfaceGeneration Content => right.Content;

    public virtual void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects) => right.Step(happened, effects);
}

internal sealed class ForgetsSecondTeardown(IProtectionMachine right) : WrongProtection(right)
{
    public override void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects)
    {
        if (happened.Kind != ProtectionEvent.Kinds.Teardown || Phase is not (ProtectionPhase.Terminating or ProtectionPhase.TerminatingAgain))
            base.Step(happened, effects);
    }
}

internal sealed class ForgetsTeardownWhileAsleep(IProtectionMachine right) : WrongProtection(right)
{
    public override void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects)
    {
        if (happened.Kind != ProtectionEvent.Kinds.Teardown || Phase != ProtectionPhase.Suspended)
            base.Step(happened, effects);
    }
}

/// <summary>The state looks alive behind a suspend: nobody is told that the keys are gone.</summary>
internal sealed class AliveAfterSuspend(IProtectionMachine right) : WrongProtection(right)
{
    public override void Step(ProtectionEvent happened, ICollection<ProtectionEffect> effects)
    {
        var decided = new List<ProtectionEffect>();
        base.Step(happened, decided);
        foreach (var effect in decided)
        {
            if (effect.Kind != ProtectionEffect.Kinds.LoseKeys || effect.Phase != ProtectionPhase.Suspended)
                effects.Add(effect);
        }
    }
}

/// <summary>Surfaces are not stamped anew: what was lost looks as good as what was not.</summary>
internal sealed class NeverStampsAnew(IProtectionMachine right) : WrongProtection(right)
{
    public override SurfaceGeneration Content => SurfaceGeneration.First;
}
