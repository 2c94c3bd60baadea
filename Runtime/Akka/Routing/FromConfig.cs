using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>
/// The recipe of a router that the configuration describes, in <c>akka.actor.deployment</c>: a pool or a group. Only the
/// strategy for the routees of a pool may be set here.
/// </summary>
public class FromConfig : Pool
{
    /// <summary>Everything is configured.</summary>
    public FromConfig()
        : this(null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>The rest is configured.</summary>
    /// <param name="resizer">Must be null.</param>
    /// <param name="supervisorStrategy">How failures of routees are handled; null for the default.</param>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    /// <exception cref="NotSupportedException">There is a resizer.</exception>
    public FromConfig(Resizer? resizer, SupervisorStrategy? supervisorStrategy, string routerDispatcher)
        : base(0, resizer, supervisorStrategy, routerDispatcher, usePoolDispatcher: false)
    {
    }

    /// <summary>Everything is configured.</summary>
    public static FromConfig Instance { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: the configured recipe makes the router.</exception>
    public override Router CreateRouter(ActorSystem system) => throw NotResolved();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: the configured recipe makes the router.</exception>
    public override ActorBase CreateRouterActor() => throw NotResolved();

    /// <inheritdoc/>
    /// <exception cref="ConfigurationException">Always: nothing is configured for the path.</exception>
    public override void VerifyConfig(ActorPath path) => throw new ConfigurationException(
        $"Configuration missing for router [{path}] in 'akka.actor.deployment' section.");

    /// <summary>The same with another strategy for the routees.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <returns>The recipe.</returns>
    public FromConfig WithSupervisorStrategy(SupervisorStrategy strategy) => new(Resizer, strategy, RouterDispatcher);

    /// <summary>Pools have a fixed size here.</summary>
    /// <param name="resizer">Must be null.</param>
    /// <returns>The recipe.</returns>
    /// <exception cref="NotSupportedException">There is a resizer.</exception>
    public FromConfig WithResizer(Resizer? resizer) => new(resizer, SupervisorStrategy, RouterDispatcher);

    /// <summary>The same on another dispatcher.</summary>
    /// <param name="dispatcherId">The id of the dispatcher that runs the router itself.</param>
    /// <returns>The recipe.</returns>
    public FromConfig WithDispatcher(string dispatcherId) => new(Resizer, SupervisorStrategy, dispatcherId);

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem sys) => 0;

    /// <summary>The recipe of a group's router as an actor; for a pool, the routees' recipe is needed.</summary>
    /// <returns>What <c>ActorOf</c> takes.</returns>
    public Props Props() => Actor.Props.Empty.WithRouter(this);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new FromConfigSurrogate();

    private static NotSupportedException NotResolved() =>
        new("FromConfig stands for what is configured; it makes no router itself.");

    /// <summary>What stands for the recipe while it is serialized.</summary>
    public class FromConfigSurrogate : ISurrogate
    {
        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
