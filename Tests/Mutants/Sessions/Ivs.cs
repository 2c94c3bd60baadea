using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>Shows the right session another IV of jobs with the session key than the one that they use, so that it lets them pass.</summary>
internal abstract class HidesIvs(ISessionMachine right) : RelatchingSession(right)
{
    private readonly Dictionary<long, DecryptionBlt> _asked = [];

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is DecryptionBlt { ContentKey: null } blt)
        {
            _asked[blt.Job] = blt;
            happened = blt with { Iv = Shown(blt.Iv) };
        }

        base.Step(happened, effects);
    }

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        if (effect.Kind == Kinds.Accepted && Relatch(effect.Job!) is { } other)
            effects.Add(SessionEffect.Accepted(other));
        else
            base.Rewrite(effect, effects);
        if (effect.Kind is Kinds.Completed or Kinds.Aborted)
            _asked.Remove(effect.Job!.Job);
    }

    protected override LatchedJob? Relatch(LatchedJob job) => _asked.TryGetValue(job.Job, out var blt)
        ? new LatchedJob(job.Session, job.Position, job.Epoch, job.Key, blt)
        : null;

    protected abstract AesCtrIv Shown(AesCtrIv iv);
}

internal sealed class AcceptsAnyIv(ISessionMachine right) : HidesIvs(right)
{
    private ulong _shown;

    protected override AesCtrIv Shown(AesCtrIv iv) => iv with { Iv = ++_shown };
}

internal sealed class AcceptsAnyBlockCount(ISessionMachine right) : HidesIvs(right)
{
    protected override AesCtrIv Shown(AesCtrIv iv) => iv with { Count = 0 };
}

internal sealed class ForgetsIvsAtStart(ISessionMachine right) : HidesIvs(right)
{
    private ulong _forgotten;

    public override void Step(SessionEvent happened, ICollection<SessionEffect> effects)
    {
        if (happened is StartSessionKeyRefresh)
            _forgotten += 1UL << 32;
        base.Step(happened, effects);
    }

    protected override AesCtrIv Shown(AesCtrIv iv) => iv with { Iv = _forgotten + iv.Iv };
}
