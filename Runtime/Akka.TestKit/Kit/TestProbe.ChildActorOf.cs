using Akka.Actor;

namespace Akka.TestKit;

// Children of the probe's test actor, by class.
public partial class TestProbe
{
    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf<T>(
        string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        Child(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync<T>(
        string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        ChildAsync(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        Child(Props.Create<T>(), null, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        ChildAsync(Props.Create<T>(), null, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf<T>(
        string? name, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        Child(Props.Create<T>(), name, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync<T>(
        string? name, CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        ChildAsync(Props.Create<T>(), name, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf<T>(
        CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        Child(Props.Create<T>(), null, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync<T>(
        CancellationToken cancellationToken = default)
        where T : ActorBase, new() =>
        ChildAsync(Props.Create<T>(), null, null, cancellationToken);
}
