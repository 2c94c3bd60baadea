using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Two sessions, one slot: the slots policy and the table together, as plain values.</summary>
public sealed class SlotFairnessTests
{
    private readonly KeySlotTable _table = new(slots: 1);
    private readonly SlotsPolicy[] _policies = [new(capacity: 1000), new(capacity: 1000)];
    private readonly Queue<(int Session, LatchedJob Job)> _onEngines = new();
    private readonly List<int> _endings = [];

    [Fact]
    public void A_session_that_is_never_idle_gives_way_to_one_that_waits()
    {
        Submit(session: 0, job: 1);
        Submit(session: 1, job: 1000);
        for (var job = 2; job <= 20; job++)
        {
            // The next job of the busy session always comes before the last one has ended.
            Submit(session: 0, job);
            EndOne();
        }

        Assert.Equal(1, _endings.IndexOf(1));
        Assert.Contains(0, _endings[2..]);
    }

    [Fact]
    public void Two_sessions_that_are_never_idle_take_turns()
    {
        for (var job = 1; job <= 100; job++)
        {
            Submit(session: 0, job);
            Submit(session: 1, 1000 + job);
            EndOne();
        }

        while (_onEngines.Count > 0)
            EndOne();
        Assert.Equal(100, _endings.Count(session => session == 0));
        Assert.Equal(100, _endings.Count(session => session == 1));
        Assert.True(_endings.Zip(_endings.Skip(1)).Count(pair => pair.First != pair.Second) >= 4, "they hardly took turns");
    }

    private void Submit(int session, long job) =>
        Decide(session, decisions => _policies[session].Accepted(SampleCalls.Latched(job, epoch: 0), decisions));

    private void EndOne()
    {
        if (!_onEngines.TryDequeue(out var ended))
            return;
        _endings.Add(ended.Session);
        Decide(ended.Session, decisions => _policies[ended.Session].Ended(ended.Job, decisions));
    }

    private void Decide(int session, Action<List<KeySwitchDecision>> step)
    {
        List<KeySwitchDecision> decisions = [];
        step(decisions);
        foreach (var decision in decisions)
        {
            List<KeySlotDecision> slots = [];
            if (decision.Kind == KeySwitchDecision.Kinds.Release)
                _onEngines.Enqueue((session, decision.Job!));
            if (decision.Kind == KeySwitchDecision.Kinds.Acquire)
                _table.Acquire(session, decision.Epoch, slots);
            if (decision.Kind == KeySwitchDecision.Kinds.Unreference)
                _table.Release(session, decision.Epoch, decision.Retired, slots);
            foreach (var slot in slots)
            {
                if (slot.Kind == KeySlotDecision.Kinds.Granted)
                    Decide(slot.Session, told => _policies[slot.Session].Granted(slot.Epoch, slot.Slot, told));
                if (slot.Kind == KeySlotDecision.Kinds.Wanted)
                    Decide(slot.Session, told => _policies[slot.Session].Wanted(slot.Epoch, told));
            }
        }
    }
}
