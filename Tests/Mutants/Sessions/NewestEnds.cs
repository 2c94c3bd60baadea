using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Mutants.Sessions;

/// <summary>
/// When the newest job of an epoch that is over has ended, all of them are taken to have, as if engines ended jobs in order.
/// </summary>
internal abstract class NewestEnds(ISessionMachine right) : WrongSession(right)
{
    private readonly Dictionary<int, long> _newest = [];
    private int _epoch;

    protected override void Rewrite(SessionEffect effect, ICollection<SessionEffect> effects)
    {
        effects.Add(effect);
        if (effect.Kind == Kinds.RefreshFinished)
            _epoch = effect.Epoch;
        else if (effect.Kind == Kinds.Accepted)
            _newest[effect.Job!.Epoch] = effect.Job.Position;
        else if (effect.Kind is Kinds.Completed or Kinds.Aborted
            && effect.Job!.Epoch < _epoch && effect.Job.Position == _newest[effect.Job.Epoch])
        {
            effects.Add(GiveUp(effect.Job));
        }
    }

    /// <summary>What is given up with the newest job.</summary>
    protected abstract SessionEffect GiveUp(LatchedJob newest);
}

internal sealed class FreesSlotWithNewestJob(ISessionMachine right) : NewestEnds(right)
{
    protected override SessionEffect GiveUp(LatchedJob newest) => SessionEffect.ReleaseSlot(newest.Epoch, retired: true);
}

internal sealed class WipesKeyWithNewestJob(ISessionMachine right) : NewestEnds(right)
{
    protected override SessionEffect GiveUp(LatchedJob newest) => SessionEffect.ZeroKey(newest.Epoch, newest.Key);
}
