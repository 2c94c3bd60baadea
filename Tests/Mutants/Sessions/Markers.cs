using Sim.Hardware.Sessions;
using Sim.Tests.Mutants.World;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

// Where a session puts its markers.

internal sealed class SkipsFirstEngine(ISessionMachine right) : WrongSession(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect is not { Kind: Kinds.Mark, Engine: 0, Epoch: > 0, Key: not null })
            effects.Add(effect);
    }
}

/// <summary>The markers of a switch go out with its Start, and once more with its Finish.</summary>
internal sealed class MarksAtStart(ISessionMachine right) : KeyFollower(right)
{
    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind != Kinds.RefreshStarted)
            return;
        for (var engine = 0; engine < Workload.Engines; engine++)
            effects.Add(SessionEffect.Mark(engine, Epoch + 1, Key.Refresh(effect.Nonce)));
    }
}

/// <summary>The markers of a switch wait for the session's next turn, and come behind what it sends then.</summary>
internal sealed class MarksOneTurnLate(ISessionMachine right) : WrongSession(right)
{
    private readonly List<SessionEffect> _late = [];

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        var late = _late.ToArray();
        _late.Clear();
        base.Step(happened, effects);
        foreach (var mark in late)
            effects.Add(mark);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) =>
        (effect is { Kind: Kinds.Mark, Epoch: > 0, Key: not null } ? _late : effects).Add(effect);
}

/// <summary>An engine that has no job of the session needs no marker: it is taken to have answered.</summary>
internal sealed class SkipsIdleEngines(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<LatchedJob, int> _engineOfJob = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<KeyMarkerMet> _taken = new();

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        base.Step(happened, effects);
        while (_taken.TryDequeue(out var met))
            base.Step(met, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind == Kinds.Dispatch)
            _engineOfJob[effect.Job!] = effect.Engine;
        else if (effect.Kind is Kinds.Completed or Kinds.Aborted)
            _engineOfJob.Remove(effect.Job!);
        if (effect is { Kind: Kinds.Mark, Epoch: > 0, Key: not null } && !_engineOfJob.ContainsValue(effect.Engine))
            _taken.Enqueue(new KeyMarkerMet(effect.Epoch, effect.Engine));
        else
            effects.Add(effect);
    }
}

/// <summary>An engine that was reset gets a marker again: that of the job which it failed, not the last one.</summary>
internal sealed class MarksAgainAfterReset(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<LatchedJob, int> _engineOfJob = new(ReferenceEqualityComparer.Instance);

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        base.Step(happened, effects);
        if (happened is JobEnded { Fault: AbortReason.EngineFault or AbortReason.EngineHung, Job: var failed })
            effects.Add(SessionEffect.Mark(_engineOfJob[failed], failed.Epoch, failed.Key));
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.Dispatch)
            _engineOfJob[effect.Job!] = effect.Engine;
    }
}
