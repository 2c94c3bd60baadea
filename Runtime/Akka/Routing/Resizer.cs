using Akka.Configuration;

namespace Akka.Routing;

/// <summary>Changes the size of a pool by its load. Pools of this runtime accept none.</summary>
public abstract class Resizer
{
    /// <summary>Reads the resizer of a router's section.</summary>
    /// <param name="parentConfig">The section.</param>
    /// <returns>Null: none is configured.</returns>
    /// <exception cref="NotSupportedException">One is enabled.</exception>
    public static Resizer? FromConfig(Config parentConfig) =>
        parentConfig.GetBoolean("resizer.enabled") ? throw NotSupported() : null;

    /// <summary>Tells whether it is time to look at the pool.</summary>
    /// <param name="messageCounter">How many messages were routed.</param>
    /// <returns>True when it is.</returns>
    public abstract bool IsTimeForResize(long messageCounter);

    /// <summary>Chooses how many routees to add.</summary>
    /// <param name="currentRoutees">The routees.</param>
    /// <returns>How many; when it is negative, how many to remove.</returns>
    public abstract int Resize(IEnumerable<Routee> currentRoutees);

    internal static NotSupportedException NotSupported() => new(
        "Resizers are not supported by this runtime: give the pool a fixed size, or send it AdjustPoolSize.");
}
