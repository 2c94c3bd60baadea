namespace Akka.Actor;

/// <summary>An actor did not handle the <see cref="Terminated"/> of one that it watches.</summary>
/// <param name="deadActor">The actor that ended.</param>
public class DeathPactException(IActorRef deadActor) : AkkaException($"Monitored actor [{deadActor}] terminated")
{
    /// <summary>The actor that ended.</summary>
    public IActorRef DeadActor { get; } = deadActor;
}
