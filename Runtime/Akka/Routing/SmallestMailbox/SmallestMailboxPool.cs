using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A pool that gives each message to the routee with the least to do.</summary>
public sealed class SmallestMailboxPool : Pool
{
    /// <summary>Reads a pool from its section of the configuration.</summary>
    /// <param name="config">The section.</param>
    /// <exception cref="NotSupportedException">A resizer is enabled.</exception>
    public SmallestMailboxPool(Config config)
        : base(config)
    {
    }

    /// <summary>A pool of a fixed size.</summary>
    /// <param name="nrOfInstances">How many routees.</param>
    public SmallestMailboxPool(int nrOfInstances)
        : this(nrOfInstances, null, null, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>A pool of a fixed size.</summary>
    /// <param name="nrOfInstances">How many routees.</param>
    /// <param name="resizer">Must be null.</param>
    /// <param name="supervisorStrategy">How failures of routees are handled; null escalates them.</param>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    /// <param name="usePoolDispatcher">Whether routees run on the dispatcher in the router's section of the configuration.</param>
    /// <exception cref="NotSupportedException">There is a resizer.</exception>
    public SmallestMailboxPool(
        int nrOfInstances, Resizer? resizer, SupervisorStrategy? supervisorStrategy, string routerDispatcher,
        bool usePoolDispatcher = false)
        : base(nrOfInstances, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher)
    {
    }

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new SmallestMailboxRoutingLogic());

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <summary>The same with another strategy for the routees.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <returns>The recipe.</returns>
    public SmallestMailboxPool WithSupervisorStrategy(SupervisorStrategy strategy) =>
        new(NrOfInstances, Resizer, strategy, RouterDispatcher, UsePoolDispatcher);

    /// <summary>Pools have a fixed size here.</summary>
    /// <param name="resizer">Must be null.</param>
    /// <returns>The recipe.</returns>
    /// <exception cref="NotSupportedException">There is a resizer.</exception>
    public SmallestMailboxPool WithResizer(Resizer? resizer) =>
        new(NrOfInstances, resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);

    /// <summary>The same on another dispatcher.</summary>
    /// <param name="dispatcher">The id of the dispatcher that runs the router itself.</param>
    /// <returns>The recipe.</returns>
    public SmallestMailboxPool WithDispatcher(string dispatcher) =>
        new(NrOfInstances, Resizer, SupervisorStrategy, dispatcher, UsePoolDispatcher);

    /// <inheritdoc/>
    public override RouterConfig WithFallback(RouterConfig routerConfig) =>
        StrategyOf(routerConfig) is { } strategy ? WithSupervisorStrategy(strategy) : this;

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new SmallestMailboxPoolSurrogate
    {
        NrOfInstances = NrOfInstances,
        UsePoolDispatcher = UsePoolDispatcher,
        Resizer = Resizer,
        SupervisorStrategy = SupervisorStrategy,
        RouterDispatcher = RouterDispatcher,
    };

    /// <summary>What stands for the recipe while it is serialized.</summary>
    public class SmallestMailboxPoolSurrogate : ISurrogate
    {
        /// <summary>How many routees.</summary>
        public int NrOfInstances { get; set; }

        /// <summary>Whether routees run on the dispatcher in the router's section of the configuration.</summary>
        public bool UsePoolDispatcher { get; set; }

        /// <summary>Null: pools have a fixed size.</summary>
        public Resizer? Resizer { get; set; }

        /// <summary>How failures of routees are handled.</summary>
        public SupervisorStrategy? SupervisorStrategy { get; set; }

        /// <summary>The id of the dispatcher that runs the router itself.</summary>
        public string RouterDispatcher { get; set; } = Dispatchers.DefaultDispatcherId;

        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) =>
            new SmallestMailboxPool(NrOfInstances, Resizer, SupervisorStrategy, RouterDispatcher, UsePoolDispatcher);
    }
}
