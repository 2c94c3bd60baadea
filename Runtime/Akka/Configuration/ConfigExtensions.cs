using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>What can be asked of a configuration that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>Whether the configuration is null or holds nothing.</summary>
    /// <param name="config">The configuration.</param>
    /// <returns>True when there is nothing in it.</returns>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null || config.IsEmpty;
}
