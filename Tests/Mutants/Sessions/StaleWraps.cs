using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>Nobody looks at the epoch for which a content key is wrapped.</summary>
internal sealed class AcceptsStaleWrap(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) =>
        base.Step(happened is DecryptionBlt { WrapEpoch: not null } blt ? blt with { WrapEpoch = null } : happened, effects);
}
