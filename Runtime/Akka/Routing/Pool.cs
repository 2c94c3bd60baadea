using Akka.Actor;
using Akka.Configuration;

namespace Akka.Routing;

/// <summary>The recipe of a router that makes its routees itself, as its children, and supervises them.</summary>
public abstract class Pool : RouterConfig, IEquatable<Pool>
{
    /// <summary>A pool.</summary>
    /// <param name="nrOfInstances">How many routees.</param>
    /// <param name="resizer">Must be null.</param>
    /// <param name="supervisorStrategy">How failures of routees are handled; null for <see cref="DefaultSupervisorStrategy"/>.</param>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    /// <param name="usePoolDispatcher">Whether routees run on the dispatcher in the router's section of the configuration.</param>
    /// <exception cref="NotSupportedException">There is a resizer.</exception>
    protected Pool(
        int nrOfInstances, Resizer? resizer, SupervisorStrategy? supervisorStrategy, string routerDispatcher,
        bool usePoolDispatcher)
        : base(routerDispatcher)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nrOfInstances);
        if (resizer is not null) throw Routing.Resizer.NotSupported();
        NrOfInstances = nrOfInstances;
        SupervisorStrategy = supervisorStrategy ?? DefaultSupervisorStrategy;
        UsePoolDispatcher = usePoolDispatcher;
    }

    private protected Pool(Config config)
        : this(
            config.GetInt("nr-of-instances"), Routing.Resizer.FromConfig(config), null,
            Dispatch.Dispatchers.DefaultDispatcherId, config.HasPath("pool-dispatcher"))
    {
    }

    /// <summary>Escalates every failure: the router's parent treats it as the router's own.</summary>
    public static SupervisorStrategy DefaultSupervisorStrategy { get; } = new OneForOneStrategy(_ => Directive.Escalate);

    /// <summary>How many routees.</summary>
    public int NrOfInstances { get; }

    /// <summary>Whether routees run on the dispatcher in the router's section of the configuration.</summary>
    public virtual bool UsePoolDispatcher { get; }

    /// <summary>Null: pools have a fixed size.</summary>
    public virtual Resizer? Resizer => null;

    /// <summary>How failures of routees are handled.</summary>
    public virtual SupervisorStrategy SupervisorStrategy { get; }

    /// <inheritdoc/>
    public override bool StopRouterWhenAllRouteesRemoved => Resizer is null;

    /// <summary>How many routees to begin with.</summary>
    /// <param name="system">The system.</param>
    /// <returns>How many.</returns>
    public abstract int GetNrOfInstances(ActorSystem system);

    /// <summary>The recipe of the router as an actor.</summary>
    /// <param name="routeeProps">How to make a routee.</param>
    /// <returns>What <c>ActorOf</c> takes.</returns>
    public Props Props(Props routeeProps) => routeeProps.WithRouter(this);

    /// <inheritdoc/>
    public override ActorBase CreateRouterActor() => new RouterPoolActor(SupervisorStrategy);

    /// <inheritdoc/>
    public bool Equals(Pool? other) =>
        base.Equals(other) && NrOfInstances == other!.NrOfInstances && UsePoolDispatcher == other.UsePoolDispatcher
        && SupervisorStrategy.Equals(other.SupervisorStrategy);

    /// <inheritdoc/>
    public override bool Equals(RouterConfig? other) => Equals(other as Pool);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pool);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), NrOfInstances);

    /// <summary>The strategy that a fallback sets where this pool sets none, or null.</summary>
    private protected SupervisorStrategy? StrategyOf(RouterConfig fallback) =>
        fallback is Pool pool && ReferenceEquals(SupervisorStrategy, DefaultSupervisorStrategy)
        && !ReferenceEquals(pool.SupervisorStrategy, DefaultSupervisorStrategy)
            ? pool.SupervisorStrategy
            : null;
}
