namespace Akka.Actor;

/// <summary>Makes actors in a way of its own.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The type of the actors.</summary>
    Type ActorType { get; }

    /// <summary>Makes a new instance; each call must give another one.</summary>
    /// <returns>The actor.</returns>
    ActorBase Produce();

    /// <summary>Takes back an instance that has ended.</summary>
    /// <param name="actor">The actor.</param>
    void Release(ActorBase actor);
}

/// <summary>Kept for the shape of <see cref="ExtendedActorSystem"/>; this runtime has no creation pipeline.</summary>
public sealed class ActorProducerPipelineResolver;
