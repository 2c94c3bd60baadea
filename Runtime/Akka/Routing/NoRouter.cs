using Akka.Actor;
using Akka.Util;

namespace Akka.Routing;

/// <summary>The recipe of an actor that is no router.</summary>
public class NoRouter : RouterConfig
{
    /// <summary>The instance to use.</summary>
    public static NoRouter Instance { get; } = new();

    /// <inheritdoc/>
    public override RouterConfig WithFallback(RouterConfig routerConfig) => routerConfig;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Router CreateRouter(ActorSystem system) => throw None();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override ActorBase CreateRouterActor() => throw None();

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new NoRouterSurrogate();

    private static NotSupportedException None() => new("NoRouter is the recipe of no router.");

    /// <summary>What travels of it: nothing.</summary>
    public class NoRouterSurrogate : ISurrogate
    {
        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
