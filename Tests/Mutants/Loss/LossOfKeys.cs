using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.Engines;
using Sim.Tests.Mutants.Sessions;

namespace Sim.Tests.Mutants.Loss;

// What engines and sessions do when the hardware loses its keys, and when the adapter is reset under them.

internal sealed class KeepsKeysInEngine(IEngineMachine right) : WrongEngine(right)
{
    public override EngineEffect Step(EngineEvent happened) =>
        happened.Kind == EngineEvent.Kinds.KeysLost ? EngineEffect.Nothing : base.Step(happened);
}

internal sealed class StaysAlive(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is not LoseKey)
            base.Step(happened, effects);
    }
}

/// <summary>Whatever an engine answers for a job that a watchdog aborted is taken for its completion.</summary>
internal sealed class CountsLateCompletion(ISessionMachine right) : WrongSession(right)
{
    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) => base.Step(
        happened is JobEnded { Fault: AbortReason.EngineHung } ended ? new JobEnded(ended.Job, Fault: null) : happened, effects);
}

/// <summary>A job that begins again behind a reset of the adapter does so under the key of the day.</summary>
internal sealed class RelatchesInnocent(IEngineMachine right, NewestKeys keys) : WrongEngine(right)
{
    public override EngineEffect Step(EngineEvent happened)
    {
        var effect = base.Step(happened);
        return happened.Kind == EngineEvent.Kinds.Restarted && effect.Kind == EngineEffect.Kinds.Start
            ? EngineEffect.Start(effect.Job!, keys.Of(effect.Job!.Session))
            : effect;
    }
}
