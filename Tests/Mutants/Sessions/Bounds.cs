using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>Only jobs on engines count towards the limit, not those that are held.</summary>
/// <param name="right">A session with a limit that is never reached.</param>
/// <param name="jobs">The limit.</param>
internal sealed class CountsNoHeldJobs(ISessionMachine right, int jobs) : WrongSession(right)
{
    private readonly HashSet<LatchedJob> _onEngines = new(ReferenceEqualityComparer.Instance);

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is DecryptionBlt blt && _onEngines.Count >= jobs)
            effects.Add(SessionEffect.Refused(blt.Job, JobRefusal.DeviceBusy));
        else
            base.Step(happened, effects);
    }

    protected override void Look(SessionEvent happened, in SessionEffect effect)
    {
        if (effect.Kind == Kinds.Dispatch)
            _onEngines.Add(effect.Job!);
        else if (effect.Kind is Kinds.Completed or Kinds.Aborted)
            _onEngines.Remove(effect.Job!);
    }
}
