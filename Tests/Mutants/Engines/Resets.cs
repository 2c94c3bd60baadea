using Akka.Actor;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Engines;

/// <summary>An engine that does something to its queue when it is reset.</summary>
/// <param name="right">The right machine.</param>
/// <param name="queue">The engine's queue.</param>
internal abstract class WrongReset(IEngineMachine right, OpenQueue queue) : WrongEngine(right)
{
    private LatchedJob? _running;

    public override EngineEffect Step(EngineEvent happened)
    {
        if (happened.Kind == EngineEvent.Kinds.Arrived)
            _running = happened.Job;
        if (happened.Kind == EngineEvent.Kinds.Reset)
            Reset(queue.Items, _running!);
        return base.Step(happened);
    }

    protected abstract void Reset(List<(object Work, IActorRef Session)> waiting, LatchedJob running);
}

internal sealed class LosesQueueAtReset(IEngineMachine right, OpenQueue queue) : WrongReset(right, queue)
{
    protected override void Reset(List<(object Work, IActorRef Session)> waiting, LatchedJob running) => waiting.Clear();
}

internal sealed class ReversesQueueAtReset(IEngineMachine right, OpenQueue queue) : WrongReset(right, queue)
{
    protected override void Reset(List<(object Work, IActorRef Session)> waiting, LatchedJob running) => waiting.Reverse();
}

/// <summary>The job that ran, and is told as aborted, runs once more.</summary>
internal sealed class RunsAgainAfterReset(IEngineMachine right, OpenQueue queue) : WrongReset(right, queue)
{
    protected override void Reset(List<(object Work, IActorRef Session)> waiting, LatchedJob running) =>
        waiting.Insert(0, (running, ActorRefs.Nobody));
}

internal sealed class LosesMarkersAtReset(IEngineMachine right, OpenQueue queue) : WrongReset(right, queue)
{
    protected override void Reset(List<(object Work, IActorRef Session)> waiting, LatchedJob running) =>
        waiting.RemoveAll(item => item.Work is KeyMarker);
}
