using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>The way of a job through session and engine costs no memory once a session is under way.</summary>
public sealed class SteadyStateTests
{
    private const int Window = 8;

    private readonly List<SessionEffect> _effects = [];

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Job_allocates_nothing_in_steady_state(string policy)
    {
        var limits = new SessionLimits(Jobs: 16, PendingRefreshes: 2);
        var session = new SessionMachine(session: 0, limits, KeySwitchPolicies.Create(policy, limits, engines: 1), engines: 1);
        var engine = KeySwitchPolicies.CreateEngine(policy);
        Step(session, new NegotiateKey(SampleCalls.Key(1)));
        foreach (var effect in _effects.Where(effect => effect.Kind == Kinds.Mark))
            engine.Step(EngineEvent.Marked(new KeyMarker(0, effect.Epoch, effect.Key)));

        // The same calls again and again, as a client may: each is accepted anew after it has ended.
        var calls = Enumerable.Range(1, Window + 1).Select(job => SampleCalls.Blt(job, SampleCalls.ContentKey(1))).ToArray();
        var open = new Queue<LatchedJob>(Window + 1);
        for (var job = 0; job < Window; job++)
            Submit(session, calls[job], open);
        Run(session, engine, calls, open, jobs: 1000);

        // The runtime may allocate a little on this thread when it compiles a method anew; a job that allocates would in every round.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(session, engine, calls, open, jobs: 1000);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private void Run(SessionMachine session, IEngineMachine engine, DecryptionBlt[] calls, Queue<LatchedJob> open, int jobs)
    {
        for (var job = 0; job < jobs; job++)
        {
            Submit(session, calls[(job + Window) % calls.Length], open);
            engine.Step(EngineEvent.Arrived(open.Dequeue()));
            Step(session, engine.Step(EngineEvent.Done).Job!.Done);
        }
    }

    private void Submit(SessionMachine session, DecryptionBlt call, Queue<LatchedJob> open)
    {
        Step(session, call);
        if (_effects.Exists(static effect => effect.Kind == Kinds.AcquireSlot))
            Step(session, new KeySlotGranted(0, 0, Programmed: true));
        foreach (var effect in _effects)
        {
            if (effect.Kind == Kinds.Dispatch)
                open.Enqueue(effect.Job!);
        }
    }

    private void Step(SessionMachine session, SessionEvent happened)
    {
        _effects.Clear();
        session.Step(happened, _effects);
    }
}
