using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// An actor that runs on the thread which sends to it, and whose instance a test can look at. For looking at state that
/// no message tells; what an actor does is better tested with messages.
/// </summary>
/// <typeparam name="TActor">The class of the actor.</typeparam>
/// <param name="system">The system.</param>
/// <param name="actorProps">How to create the actor.</param>
/// <param name="supervisor">The actor that supervises it; null for the guardian of users' actors.</param>
/// <param name="name">Its name; when null one is made up.</param>
public class TestActorRef<TActor>(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    : TestActorRefBase<TActor>(system, actorProps, supervisor, name)
    where TActor : ActorBase
{
    /// <summary>The reference of the actor.</summary>
    /// <param name="actorRef">The test reference.</param>
    public static implicit operator ActorRefBase(TestActorRef<TActor> actorRef) => (ActorRefBase)ToActorRef(actorRef);
}
