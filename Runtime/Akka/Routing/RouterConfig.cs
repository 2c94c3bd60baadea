using Akka.Actor;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>The recipe of a router. Immutable: one object serves any number of routers.</summary>
public abstract class RouterConfig : ISurrogated, IEquatable<RouterConfig>
{
    /// <summary>A router on the default dispatcher.</summary>
    protected RouterConfig()
        : this(Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>A router.</summary>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    protected RouterConfig(string routerDispatcher) => RouterDispatcher = routerDispatcher;

    /// <summary>The id of the dispatcher that runs the router itself, which handles management messages only.</summary>
    public virtual string RouterDispatcher { get; }

    /// <summary>Whether a router ends when its last routee is gone.</summary>
    public virtual bool StopRouterWhenAllRouteesRemoved => true;

    /// <summary>Makes what routes: the logic, still without routees.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The router.</returns>
    public abstract Router CreateRouter(ActorSystem system);

    /// <summary>An actor that goes with the logic: it gets the management messages that the router does not know.</summary>
    /// <param name="routingLogic">The logic.</param>
    /// <returns>How to make the actor, or null for none.</returns>
    public virtual Props? RoutingLogicController(RoutingLogic routingLogic) => null;

    /// <summary>Tells which messages are for the router itself.</summary>
    /// <param name="message">A message.</param>
    /// <returns>False when it is routed.</returns>
    public virtual bool IsManagementMessage(object message) => message is IAutoReceivedMessage or RouterManagementMessage;

    /// <summary>Fills what this recipe leaves open.</summary>
    /// <param name="routerConfig">Where the rest comes from.</param>
    /// <returns>The recipe.</returns>
    public virtual RouterConfig WithFallback(RouterConfig routerConfig) => this;

    /// <summary>Refuses to be the recipe of the router at a path.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="Configuration.ConfigurationException">It cannot be.</exception>
    public virtual void VerifyConfig(ActorPath path)
    {
    }

    /// <summary>Makes the actor that handles the management messages; called in its place, as by a Props.</summary>
    /// <returns>The actor.</returns>
    public abstract ActorBase CreateRouterActor();

    /// <inheritdoc/>
    public abstract ISurrogate ToSurrogate(ActorSystem system);

    /// <inheritdoc/>
    public virtual bool Equals(RouterConfig? other) =>
        other is not null && GetType() == other.GetType() && RouterDispatcher == other.RouterDispatcher;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RouterConfig);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), RouterDispatcher);
}
