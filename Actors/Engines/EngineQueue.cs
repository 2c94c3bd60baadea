using Akka.Actor;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Engines;

/// <summary>By the priority of sessions, as <see cref="BandQueue{T}"/> says.</summary>
/// <param name="hardwareDepth">What the hardware holds, the job that it works on included; at least 1.</param>
public sealed class EngineQueue(int hardwareDepth) : IEngineQueue
{
    private readonly BandQueue<(object Work, IActorRef Session)> _line = new(hardwareDepth);

    /// <inheritdoc/>
    public int Count => _line.Count;

    /// <inheritdoc/>
    public void Enqueue((object Work, IActorRef Session) item) => _line.Enqueue(item, PriorityOf(item.Work));

    /// <inheritdoc/>
    public bool TryDequeue(out (object Work, IActorRef Session) item) => _line.TryDequeue(out item);

    private static SessionPriority PriorityOf(object work) =>
        work is LatchedJob job ? job.Priority : ((KeyMarker)work).Priority;
}
