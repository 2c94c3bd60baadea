using Akka.Actor;
using Sim.Hardware.Fences;

namespace Sim.Actors.Engines;

// Who waits for which engine. The pool has it, since it outlives its engines: a wait is answered also when the engine that it is
// for is gone. An engine is asked to tell only the lowest value that anybody waits for, and tells nothing otherwise.
internal sealed class EngineFences(IActorRef[] engines)
{
    private readonly FenceTimeline<IActorRef>?[] _fences = new FenceTimeline<IActorRef>?[engines.Length];
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
        switch (fence.Wait(value, client))
        {
            case FenceWait.Reached:
                client.Tell(new EngineFence.Reached(engine, value));
                break;
            case FenceWait.Lost:
                client.Tell(new EngineFence.Lost(engine, value));
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
        var fence = Of(raised.Engine);
        if (fence.Signal(raised.Value, _ended) != FenceSignal.Raised)
            return;
        foreach (var (value, client) in _ended)
            client.Tell(new EngineFence.Reached(raised.Engine, value));
        _ended.Clear();
        if (fence.Lowest is { } next)
            engines[raised.Engine].Tell(new EngineFence.TellAt(next));
    }

    public void Lose(int engine)
    {
        Of(engine).Lose(_ended);
        foreach (var (value, client) in _ended)
            client.Tell(new EngineFence.Lost(engine, value));
        _ended.Clear();
    }

    public void LoseAll()
    {
        for (var engine = 0; engine < engines.Length; engine++)
            Lose(engine);
    }

    private FenceTimeline<IActorRef> Of(int engine) => _fences[engine] ??= new FenceTimeline<IActorRef>(EngineFence.WaitsMax);
}
