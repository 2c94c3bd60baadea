using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.KeySwitchDecision.Kinds;

namespace Sim.Tests.Mutants.Policies;

/// <summary>What is held stands on a stack: the last comes first.</summary>
internal sealed class HoldsOnStack : IKeySwitchPolicy
{
    private readonly Stack<(LatchedJob? Job, KeySwitch KeySwitch)> _held = new();
    private int _inFlight;

    public void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _held.Push((job, default));
        if (_held.Count == 1)
            Advance(decisions);
    }

    public void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        _held.Push((null, keySwitch));
        Advance(decisions);
    }

    public void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _inFlight--;
        Advance(decisions);
    }

    public void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        while (_held.TryPop(out var held))
            decisions.Add(held.Job is { } job ? KeySwitchDecision.Drop(job) : KeySwitchDecision.Drop(held.KeySwitch));
    }

    private void Advance(ICollection<KeySwitchDecision> decisions)
    {
        while (_held.TryPeek(out var held) && (held.Job is not null || _inFlight == 0))
        {
            _held.Pop();
            _inFlight += held.Job is null ? 0 : 1;
            decisions.Add(held.Job is { } job ? KeySwitchDecision.Release(job) : KeySwitchDecision.Open(held.KeySwitch));
        }
    }
}

/// <summary>Of several switches that open at once only the last is told.</summary>
internal sealed class TellsLastOpeningOnly(IKeySwitchPolicy right) : WrongPolicy(right)
{
    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        List<KeySwitchDecision> decided = [];
        base.Ended(job, decided);
        var last = decided.FindLastIndex(decision => decision.Kind == Kinds.Open);
        for (var i = 0; i < decided.Count; i++)
        {
            if (i == last || decided[i].Kind != Kinds.Open)
                decisions.Add(decided[i]);
        }
    }
}

/// <summary>A Finish that finds nothing in flight is held until the next job ends, and none does.</summary>
internal sealed class MissesWakeUp(IKeySwitchPolicy right) : WrongPolicy(right)
{
    private readonly Queue<Action<ICollection<KeySwitchDecision>>> _stuck = new();
    private int _inFlight;

    public override void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        if (_stuck.Count > 0)
            _stuck.Enqueue(later => later.Add(KeySwitchDecision.Drop(job)));
        else
            Count(passed => base.Accepted(job, passed), decisions);
    }

    public override void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        if (_stuck.Count > 0 || _inFlight == 0)
            _stuck.Enqueue(later => later.Add(KeySwitchDecision.Drop(keySwitch)));
        else
            Count(passed => base.Accepted(keySwitch, passed), decisions);
    }

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _inFlight--;
        Count(passed => base.Ended(job, passed), decisions);
    }

    public override void Abandon(ICollection<KeySwitchDecision> decisions)
    {
        base.Abandon(decisions);
        while (_stuck.TryDequeue(out var drop))
            drop(decisions);
    }

    private void Count(Action<List<KeySwitchDecision>> step, ICollection<KeySwitchDecision> decisions)
    {
        List<KeySwitchDecision> decided = [];
        step(decided);
        _inFlight += decided.Count(decision => decision.Kind == Kinds.Release);
        decided.ForEach(decisions.Add);
    }
}
