using Akka.Actor;

namespace Akka.TestKit;

// Children of the test actor. Its default is to restart a child that fails.
public abstract partial class TestKitBase
{
    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf(
        Props props, string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Child(props, name, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string? name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildAsync(props, name, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Child(props, null, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisorStrategy">What the test actor does when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildAsync(props, null, supervisorStrategy, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf(
        Props props, string? name, CancellationToken cancellationToken = default) =>
        Child(props, name, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; when null one is made up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string? name, CancellationToken cancellationToken = default) =>
        ChildAsync(props, name, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public IActorRef ChildActorOf(
        Props props, CancellationToken cancellationToken = default) =>
        Child(props, null, null, cancellationToken);

    /// <summary>Creates an actor as a child of the test actor without blocking.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actor.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, CancellationToken cancellationToken = default) =>
        ChildAsync(props, null, null, cancellationToken);

    private protected async Task<IActorRef> ChildAsync(
        Props props, string? name, SupervisorStrategy? strategy, CancellationToken cancellationToken)
    {
        var supervision = _mind.Supervision;
        return await Command(context =>
        {
            var child = context.ActorOf(props, name);
            if (strategy is not null) supervision.Set(child, strategy);
            return child;
        }).WaitAsync(Dilated(TestKitSettings.DefaultTimeout), cancellationToken).ConfigureAwait(false);
    }

    private protected IActorRef Child(
        Props props, string? name, SupervisorStrategy? strategy, CancellationToken cancellationToken) =>
        ChildAsync(props, name, strategy, cancellationToken).GetAwaiter().GetResult();
}
