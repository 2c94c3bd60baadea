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
        ("wedge", FaultAction.Wedge),
        ("slow", FaultAction.Slow),
        ("close", FaultAction.Close),
        ("loseKey", FaultAction.LoseKey),
        ("teardown", FaultAction.Teardown),
        ("loseContent", FaultAction.LoseContent),
        ("suspend", FaultAction.Suspend),
    ];

    public static string Of(FaultAction action) => All.Single(key => key.Action == action).Key;
}
