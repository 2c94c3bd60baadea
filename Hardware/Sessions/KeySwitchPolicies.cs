using System.Collections.Frozen;

namespace Sim.Hardware.Sessions;

/// <summary>The key-switch policies by name.</summary>
public static class KeySwitchPolicies
{
    /// <summary>The policy of a device that names none.</summary>
    public const string Default = "slots";

    private static readonly FrozenDictionary<string, Func<int, IKeySwitchPolicy>> Factories =
        new Dictionary<string, Func<int, IKeySwitchPolicy>>
        {
            ["drain"] = capacity => new DrainPolicy(capacity),
            [Default] = capacity => new SlotsPolicy(capacity),
        }.ToFrozenDictionary();

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Factories.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes the policy of one session.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="limits">The session's limits; they bound what the policy can be made to hold.</param>
    /// <exception cref="ArgumentException">There is no such policy.</exception>
    public static IKeySwitchPolicy Create(string name, SessionLimits limits) =>
        Factories.TryGetValue(name, out var factory)
            ? factory((int)Math.Min((long)limits.Jobs + limits.PendingRefreshes, int.MaxValue))
            : throw new ArgumentException($"There is no key-switch policy '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
}
