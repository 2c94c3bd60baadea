using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.World;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// What a session does when an engine has stopped for good.

internal sealed class IgnoresLostEngine(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not EngineLost)
            base.Step(happened, effects);
    }
}

internal sealed class EndsJobsOfWrongEngine(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) => base.Step(
        happened is EngineLost lost ? new EngineLost((lost.Engine + 1) % Workload.Engines) : happened, effects);
}

/// <summary>The jobs of a lost engine are ended, and the next ones are given to it all the same.</summary>
internal sealed class ChoosesLostEngine(ISessionMachine right) : WrongSession(right)
{
    private int? _lost;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        base.Step(happened, effects);
        if (happened is EngineLost lost)
            _lost = lost.Engine;
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        effects.Add(effect.Kind == Kinds.Dispatch && _lost is { } engine
            ? SessionEffect.Dispatch(effect.Job!, engine, effect.Slot)
            : effect);
}
