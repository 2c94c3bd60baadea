using Akka.Actor;

namespace Akka.Routing;

/// <summary>The recipe of a router to actors that others make, by their paths. It neither watches nor supervises them.</summary>
public abstract class Group : RouterConfig, IEquatable<Group>
{
    /// <summary>The paths of the routees.</summary>
    protected readonly string[] InternalPaths;

    /// <summary>A group.</summary>
    /// <param name="paths">The paths of the routees.</param>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    protected Group(IEnumerable<string> paths, string routerDispatcher)
        : base(routerDispatcher) => InternalPaths = [.. paths];

    /// <summary>The paths of the routees.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The paths.</returns>
    public abstract IEnumerable<string> GetPaths(ActorSystem system);

    /// <summary>The recipe of the router as an actor.</summary>
    /// <returns>What <c>ActorOf</c> takes.</returns>
    public Props Props() => Actor.Props.Empty.WithRouter(this);

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterActor();

    /// <inheritdoc/>
    public bool Equals(Group? other) => base.Equals(other) && InternalPaths.SequenceEqual(other!.InternalPaths);

    /// <inheritdoc/>
    public override bool Equals(RouterConfig? other) => Equals(other as Group);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Group);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), InternalPaths.Length);
}
