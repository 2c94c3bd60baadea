using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>A wrong session that hands out another job than the right one latched, and takes its answer for that of the right one.</summary>
internal abstract class RelatchingSession(ISessionMachine right) : KeyFollower(right)
{
    private readonly Dictionary<LatchedJob, LatchedJob> _rightJobs = new(ReferenceEqualityComparer.Instance);

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects) =>
        base.Step(
            happened is JobEnded ended && _rightJobs.Remove(ended.Job, out var right) ? new JobEnded(right, ended.Fault) : happened,
            effects);

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects) => effects.Add(
        effect.Kind == Kinds.Dispatch && Relatch(effect.Job!) is { } other
            ? SessionEffect.Dispatch(Answered(other, effect.Job!), effect.Engine, effect.Slot)
            : effect);

    /// <summary>The job that goes to the engine instead; null: the right one does.</summary>
    protected abstract LatchedJob? Relatch(LatchedJob job);

    /// <summary>From here on an answer for <paramref name="other"/> is one for <paramref name="right"/>.</summary>
    protected LatchedJob Answered(LatchedJob other, LatchedJob right)
    {
        _rightJobs.Add(other, right);
        return other;
    }
}
