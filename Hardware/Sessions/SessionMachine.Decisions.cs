using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Hardware.Sessions;

// What the policy decided, turned into effects.
public sealed partial class SessionMachine
{
    // Decisions may lead to further ones (a job that finds no engine ends at once), so this runs until none are left.
    private void CarryOut(ISessionShell shell)
    {
        for (var i = 0; i < _decisions.Count; i++)
        {
            ref readonly var decision = ref _decisions.Items[i];
            if (decision.Kind == KeySwitchDecision.Kinds.Release)
                Dispatch(decision.Job!, decision.Slot, shell);
            else
                CarryOut(decision, shell);
        }

        _decisions.Clear();
    }

    private void CarryOut(in KeySwitchDecision decision, ISessionShell shell)
    {
        switch (decision.Kind)
        {
            case KeySwitchDecision.Kinds.Open:
                EndSwitch(decision.KeySwitch, decision.KeySwitch.Reason, shell);
                break;
            case KeySwitchDecision.Kinds.DropSwitch:
                EndSwitch(decision.KeySwitch, OverBecause(SwitchReason.SessionClosed, SwitchReason.KeyLost), shell);
                break;
            case KeySwitchDecision.Kinds.DropJob:
                _jobs.TryEnd(decision.Job!);
                shell.CarryOut(SessionEffect.Aborted(
                    decision.Job!, OverBecause(AbortReason.SessionClosed, AbortReason.KeyLost)));
                EndPart(decision.Job!.Job, isComplete: false, shell);
                _keys.Unlatch(decision.Job!.KeyEpoch, shell);
                break;
            case KeySwitchDecision.Kinds.Mark:
                Mark(_keys.Current, shell);
                break;
            case KeySwitchDecision.Kinds.Unmark:
                Mark(key: null, shell);
                break;
            case KeySwitchDecision.Kinds.Acquire:
                shell.AcquireSlot(decision.Epoch);
                break;
            case KeySwitchDecision.Kinds.Unreference:
                shell.ReleaseSlot(decision.Epoch, decision.Retired);
                break;
        }
    }

    private void Dispatch(LatchedJob job, int slot, ISessionShell shell)
    {
        var engine = job.Blt.Engine is { } asked ? _choice.Take(asked) : _choice.Next();
        if (engine != EngineChoice.None)
        {
            job.ProgramsKey = job.Epoch > _lastProgrammed;
            _lastProgrammed = job.Epoch;
            if (_bindsAtStart)
                BindAtStart(job, shell);
            job.Engine = engine;
            shell.Dispatch(job, engine, slot);
            return;
        }

        _jobs.TryEnd(job);
        shell.CarryOut(SessionEffect.Aborted(job, AbortReason.EngineLost));
        EndPart(job.Job, isComplete: false, shell);
        _keys.Unlatch(job.KeyEpoch, shell);
        policy.Ended(job, _decisions);
    }

    private void Mark(SessionKey? key, ISessionShell shell)
    {
        for (var engine = 0; engine < engines; engine++)
        {
            if (!_choice.IsLost(engine))
                shell.CarryOut(SessionEffect.Mark(engine, _keys.Epoch, key));
        }
    }

    private void EndSwitch(KeySwitch keySwitch, SwitchReason reason, ISessionShell shell)
    {
        _pendingSwitches--;
        shell.SwitchKey(keySwitch.Epoch, keySwitch.CheckValue, reason);
    }

    private T OverBecause<T>(T closed, T keyLost) => _phase == SessionPhase.KeyLost ? keyLost : closed;
}
