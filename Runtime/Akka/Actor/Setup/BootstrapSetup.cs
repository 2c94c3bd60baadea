using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The configuration and the kind of references that a system is started with.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup(Option<Config> config, Option<ProviderSelection> actorRefProvider)
    {
        Config = config;
        ActorRefProvider = actorRefProvider;
    }

    /// <summary>The configuration, or none for the reference configuration.</summary>
    public Option<Config> Config { get; }

    /// <summary>The kind of references, or none for local ones.</summary>
    public Option<ProviderSelection> ActorRefProvider { get; }

    /// <summary>Nothing but defaults.</summary>
    /// <returns>The part.</returns>
    public static BootstrapSetup Create() => new(Option<Config>.None, Option<ProviderSelection>.None);

    /// <summary>Starts with another kind of references.</summary>
    /// <param name="name">The kind.</param>
    /// <returns>The part.</returns>
    public BootstrapSetup WithActorRefProvider(ProviderSelection name) => new(Config, name);

    /// <summary>Starts with a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <returns>The part.</returns>
    public BootstrapSetup WithConfig(Config config) => new(config, ActorRefProvider);

    /// <summary>Fills what the configuration leaves open.</summary>
    /// <param name="config">Where the rest comes from.</param>
    /// <returns>The part.</returns>
    public BootstrapSetup WithConfigFallback(Config config) =>
        new(Config.HasValue ? Config.Value.WithFallback(config) : config, ActorRefProvider);
}
