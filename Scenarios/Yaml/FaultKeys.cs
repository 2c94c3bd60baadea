using System.Collections.Immutable;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Yaml;

/// <summary>The key that stands for each fault.</summary>
internal static class FaultKeys
{
    public static ImmutableArray<(string Key, FaultAction Action)> All { get; } =
    [
        ("crash", FaultAction.Crash),
        ("hang", FaultAction.Hang),
        ("slow", FaultAction.Slow),
        ("close", FaultAction.Close),
        ("loseKey", FaultAction.LoseKey),
    ];

    public static string Of(FaultAction action) => All.Single(key => key.Action == action).Key;
}
