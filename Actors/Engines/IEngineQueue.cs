using Akka.Actor;

namespace Sim.Actors.Engines;

/// <summary>
/// The jobs and markers that came to an engine while it was busy, with who sent them, in the order
/// in which they go on; what is of one session keeps its order. The engine has it to itself,
/// and it outlives the engine's resets; a decorator can change what comes next.
/// </summary>
public interface IEngineQueue
{
    /// <summary>How many wait.</summary>
    int Count { get; }

    /// <summary>Something waits behind all others.</summary>
    void Enqueue((object Work, IActorRef Session) item);

    /// <summary>Takes what is next.</summary>
    /// <returns>False when nothing waits.</returns>
    bool TryDequeue(out (object Work, IActorRef Session) item);
}
