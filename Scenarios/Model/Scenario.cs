using System.Collections.Immutable;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Model;

/// <summary>
/// One situation: which device, which sessions, which load, which faults, and what must hold. Written as YAML or with
/// <c>ScenarioBuilder</c>; docs/scenarios.md explains every key.
/// </summary>
public sealed record Scenario
{
    /// <summary>Its name: lower-case letters, digits and hyphens, a letter first, at most 64 in all.</summary>
    public required string Name { get; init; }

    /// <summary>One line or more: the situation, and what must hold.</summary>
    public required string Summary { get; init; }

    /// <summary>The key-switch policies that it is for; all right ones unless it says otherwise.</summary>
    public ImmutableArray<string> Policies { get; init; } = [.. KeySwitchPolicies.Names];

    /// <summary>The modes that it is for, of <see cref="RunModes"/>; both unless it says otherwise.</summary>
    public ImmutableArray<string> Modes { get; init; } = [.. RunModes.Names];

    /// <summary>The device.</summary>
    public DeviceSpec Device { get; init; } = new();

    /// <summary>The sessions, at least one.</summary>
    public ImmutableArray<SessionSpec> Sessions { get; init; } = [];

    /// <summary>What goes wrong.</summary>
    public ImmutableArray<FaultSpec> Faults { get; init; } = [];

    /// <summary>What an exploration may do.</summary>
    public ExploreSpec Explore { get; init; } = new();

    /// <summary>What must hold, beyond the properties that are always on.</summary>
    public Expectations Expect { get; init; } = new();

    /// <summary>Begins a scenario in C#.</summary>
    /// <param name="name">Its name.</param>
    public static ScenarioBuilder Named(string name) => new(name);

    /// <summary>Equal when every part is, and every list holds equal elements in the same order.</summary>
    public bool Equals(Scenario? other) =>
        other is not null
        && Name == other.Name
        && Summary == other.Summary
        && Policies.SequenceEqual(other.Policies)
        && Modes.SequenceEqual(other.Modes)
        && Device == other.Device
        && Sessions.SequenceEqual(other.Sessions)
        && Faults.SequenceEqual(other.Faults)
        && Explore == other.Explore
        && Expect == other.Expect;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Summary, Device, Sessions.Length, Faults.Length, Explore, Expect);
}
