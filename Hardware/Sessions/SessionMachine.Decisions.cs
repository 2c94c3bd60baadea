using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Hardware.Sessions;

// What the policy decided, turned into effects.
public sealed partial class SessionMachine
{
    // Decisions may lead to further ones (a job that finds no engine ends at once), so this runs until none are left.
    private void CarryOut(ICollection<SessionEffect> effects)
    {
        for (var i = 0; i < _decisions.Count; i++)
        {
            ref readonly var decision = ref _decisions.Items[i];
            if (decision.Kind == KeySwitchDecision.Kinds.Release)
                Dispatch(decision.Job!, decision.Slot, effects);
            else
                CarryOut(decision, effects);
        }

        _decisions.Clear();
    }

    private void CarryOut(in KeySwitchDecision decision, ICollection<SessionEffect> effects)
    {
        switch (decision.Kind)
        {
            case KeySwitchDecision.Kinds.Open:
                EndSwitch(decision.KeySwitch, decision.KeySwitch.Reason, effects);
                break;
            case KeySwitchDecision.Kinds.DropSwitch:
                EndSwitch(decision.KeySwitch, OverBecause(SwitchReason.SessionClosed, SwitchReason.KeyLost), effects);
                break;
            case KeySwitchDecision.Kinds.DropJob:
                _jobs.TryEnd(decision.Job!, out _);
                effects.Add(SessionEffect.Aborted(
                    decision.Job!, OverBecause(AbortReason.SessionClosed, AbortReason.KeyLost)));
                EndPart(decision.Job!.Job, isComplete: false, effects);
                _keys.Unlatch(decision.Job!.KeyEpoch, effects);
                break;
            case KeySwitchDecision.Kinds.Mark:
                Mark(_keys.Current, effects);
                break;
            case KeySwitchDecision.Kinds.Unmark:
                Mark(key: null, effects);
                break;
            case KeySwitchDecision.Kinds.Acquire:
                effects.Add(SessionEffect.AcquireSlot(decision.Epoch));
                break;
            case KeySwitchDecision.Kinds.Unreference:
                effects.Add(SessionEffect.ReleaseSlot(decision.Epoch, decision.Retired));
                break;
        }
    }

    private void Dispatch(LatchedJob job, int slot, ICollection<SessionEffect> effects)
    {
        var engine = job.Blt.Engine is { } asked ? _choice.Take(asked) : _choice.Next();
        if (engine != EngineChoice.None)
        {
            job.ProgramsKey = job.Epoch > _lastProgrammed;
            _lastProgrammed = job.Epoch;
            if (_bindsAtStart)
                BindAtStart(job, effects);
            _jobs.Dispatch(job, engine);
            effects.Add(SessionEffect.Dispatch(job, engine, slot));
            return;
        }

        _jobs.TryEnd(job, out _);
        effects.Add(SessionEffect.Aborted(job, AbortReason.EngineLost));
        EndPart(job.Job, isComplete: false, effects);
        _keys.Unlatch(job.KeyEpoch, effects);
        policy.Ended(job, _decisions);
    }

    private void Mark(SessionKey? key, ICollection<SessionEffect> effects)
    {
        for (var engine = 0; engine < engines; engine++)
        {
            if (!_choice.IsLost(engine))
                effects.Add(SessionEffect.Mark(engine, _keys.Epoch, key));
        }
    }

    private void EndSwitch(KeySwitch keySwitch, SwitchReason reason, ICollection<SessionEffect> effects)
    {
        _pendingSwitches--;
        effects.Add(SessionEffect.KeySwitched(keySwitch.Epoch, keySwitch.CheckValue, reason));
    }

    private T OverBecause<T>(T closed, T keyLost) => _phase == SessionPhase.KeyLost ? keyLost : closed;
}
