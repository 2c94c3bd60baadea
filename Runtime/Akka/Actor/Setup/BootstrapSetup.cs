using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The configuration that a system is started with.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private readonly Config? _config;

    private BootstrapSetup(Config? config) => _config = config;

    internal Config Config => _config ?? Akka.Configuration.Config.Empty;

    /// <summary>Nothing but defaults.</summary>
    /// <returns>The part.</returns>
    public static BootstrapSetup Create() => new(null);

    /// <summary>Starts with a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <returns>The part.</returns>
    public BootstrapSetup WithConfig(Config config) => new(config);

    /// <summary>Fills what the configuration leaves open.</summary>
    /// <param name="config">Where the rest comes from.</param>
    /// <returns>The part.</returns>
    public BootstrapSetup WithConfigFallback(Config config) => new(_config is null ? config : _config.WithFallback(config));
}
