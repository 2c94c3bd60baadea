using System.Collections.Frozen;
using Sim.Hardware.Engines;

namespace Sim.Hardware.Sessions;

/// <summary>The key-switch policies by name.</summary>
public static class KeySwitchPolicies
{
    /// <summary>The policy of a device that names none.</summary>
    public const string Default = "slots";

    private const string Marker = "marker";

    private static readonly FrozenDictionary<string, Func<SessionLimits, int, IKeySwitchPolicy>> Factories =
        new Dictionary<string, Func<SessionLimits, int, IKeySwitchPolicy>>
        {
            ["drain"] = (limits, _) => new DrainPolicy(MostHeld(limits)),
            [Marker] = (limits, engines) => new MarkerPolicy(limits.PendingRefreshes, engines),
            [Default] = (limits, _) => new SlotsPolicy(MostHeld(limits)),
        }.ToFrozenDictionary();

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Factories.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes the policy of one session.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="limits">The session's limits; they bound what the policy can be made to hold.</param>
    /// <param name="engines">Number of engines in the pool, 1 to 64.</param>
    /// <exception cref="ArgumentException">There is no such policy.</exception>
    public static IKeySwitchPolicy Create(string name, SessionLimits limits, int engines) => FactoryOf(name)(limits, engines);

    /// <summary>What makes the policy of a session from its limits and the number of engines in the pool, 1 to 64.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such policy.</exception>
    public static Func<SessionLimits, int, IKeySwitchPolicy> FactoryOf(string name) =>
        Factories.TryGetValue(name, out var factory)
            ? factory
            : throw new ArgumentException($"There is no key-switch policy '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Makes the machine of one engine: with key registers where the policy uses them.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static IEngineMachine CreateEngine(string name) => new EngineMachine(name == Marker ? new KeyRegisters() : null);

    private static int MostHeld(SessionLimits limits) => (int)Math.Min((long)limits.Jobs + limits.PendingRefreshes, int.MaxValue);
}
