using Akka.Actor;

namespace Sim.Actors.Engines;

/// <summary>First in, first out.</summary>
public sealed class EngineQueue : Queue<(object Work, IActorRef Session)>, IEngineQueue;
