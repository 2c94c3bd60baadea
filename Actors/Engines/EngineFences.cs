using Akka.Actor;
using Sim.Actors.Tracing;
using Sim.Hardware.Fences;

namespace Sim.Actors.Engines;

// Who waits for which engine. The pool has it, since it outlives its engines: a wait is answered also when the engine that it is
// for is gone. An engine is asked to tell only the lowest value that anybody waits for, and tells nothing otherwise.
internal sealed class EngineFences(IActorRef[] engines, EngineState[] states, IDeviceMachines machines, ITrace trace)
{
    private readonly IFenceTimeline<IActorRef>?[] _fences = new IFenceTimeline<IActorRef>?[engines.Length];
    private readonly List<(ulong Value, IActorRef Client)> _ended = [];

    public void Wait(EngineFence.Wait asked, IActorRef client)
    {
        var (engine, value) = asked;
        if (engine < 0 || engine >= engines.Length)
        {
            client.Tell(new EngineFence.Refused(engine, value, EngineFence.Refusal.NoSuchEngine));
            return;
        }

        var fence = Of(engine);
        var lowest = fence.Lowest;
        var became = fence.Wait(value, client);
        if (trace.IsEnabled && became != FenceWait.TooMany)
            trace.Record(new FenceAwaited(engine, value));
        switch (became)
        {
            case FenceWait.Reached:
                Answer(engine, value, client, isReached: true);
                break;
            case FenceWait.Lost:
                Answer(engine, value, client, isReached: false);
                break;
            case FenceWait.TooMany:
                client.Tell(new EngineFence.Refused(engine, value, EngineFence.Refusal.TooManyWaits));
                break;
            case FenceWait.Registered when fence.Lowest != lowest:
                engines[engine].Tell(new EngineFence.TellAt(value));
                break;
        }
    }

    public void Raise(EngineFence.Raised raised)
    {
        var (engine, value) = raised;
        if (trace.IsEnabled)
            trace.Record(new FenceRaised(engine, value));
        var fence = Of(engine);
        if (fence.Signal(value, _ended) != FenceSignal.Raised)
            return;
        AnswerAll(engine, isReached: true);
        if (fence.Lowest is { } next)
            engines[engine].Tell(new EngineFence.TellAt(next));
    }

    // Only when the engine is gone for good: until then what it counts is its own.
    public void Lose(int engine)
    {
        var last = states[engine].Ended.Value;
        if (trace.IsEnabled)
            trace.Record(new FenceLost(engine, last));
        var fence = Of(engine);
        fence.Signal(last, _ended);
        AnswerAll(engine, isReached: true);
        fence.Lose(_ended);
        AnswerAll(engine, isReached: false);
    }

    public void LoseAll()
    {
        for (var engine = 0; engine < engines.Length; engine++)
            Lose(engine);
    }

    private void AnswerAll(int engine, bool isReached)
    {
        foreach (var (value, client) in _ended)
            Answer(engine, value, client, isReached);
        _ended.Clear();
    }

    private void Answer(int engine, ulong value, IActorRef client, bool isReached)
    {
        if (trace.IsEnabled)
            trace.Record(new FenceAnswered(engine, value, isReached));
        client.Tell(isReached ? new EngineFence.Reached(engine, value) : new EngineFence.Lost(engine, value));
    }

    private IFenceTimeline<IActorRef> Of(int engine) => _fences[engine] ??= machines.Fence(engine, EngineFence.WaitsMax);
}
