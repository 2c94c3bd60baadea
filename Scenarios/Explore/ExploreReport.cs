using System.Text.Json;
using System.Text.Json.Serialization;
using Sim.Checkers;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Explore;

/// <summary>What an exploration has to say; with <c>--json</c> this is what is printed.</summary>
public sealed record ExploreReport
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Always virtual.</summary>
    public string Mode => "virtual";

    /// <summary>Key-switch policy; null where there is none.</summary>
    public string? Policy { get; init; }

    /// <summary>Engines in the pool.</summary>
    public int Engines { get; init; }

    /// <summary>Seed of the exploration.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>any or model.</summary>
    public required string Timing { get; init; }

    /// <summary>Threads.</summary>
    public required int Workers { get; init; }

    /// <summary>Schedules that were run.</summary>
    public required long Schedules { get; init; }

    /// <summary>How many of them differ in what happened before what.</summary>
    public required long Distinct { get; init; }

    /// <summary>Steps of all of them.</summary>
    public required long Steps { get; init; }

    /// <summary>Schedules per wall-clock second.</summary>
    public required double SchedulesPerSecond { get; init; }

    /// <summary>True when there is no other schedule, whatever the faults of the budget strike.</summary>
    public required bool Exhausted { get; init; }

    /// <summary>In how many ways an exhaustive search chooses what the faults of the budget strike; null: there is no choice, or each schedule draws it.</summary>
    public int? FaultTargets { get; init; }

    /// <summary>What an exhaustive search leaves to the seed, so that it cannot be <see cref="Exhausted"/>; null: nothing.</summary>
    public string? DrawnFromSeed { get; init; }

    /// <summary>What escapes the worlds that were explored, in a few lines; null: they are fully controlled.</summary>
    public string? NotControlled { get; init; }

    /// <summary>Jobs accepted in all schedules, as all counts here.</summary>
    public long Jobs { get; init; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Refreshes accepted.</summary>
    public long Refreshes { get; init; }

    /// <summary>Jobs completed.</summary>
    public long Completed { get; init; }

    /// <summary>Jobs aborted.</summary>
    public long Aborted { get; init; }

    /// <summary>Jobs refused.</summary>
    public long Refused { get; init; }

    /// <summary>What is violated in the failing schedule; empty when none fails.</summary>
    public IReadOnlyList<ViolationReport> Violations { get; init; } = [];

    /// <summary>Each property's verdict over all schedules: violated when one of them does, held when one of them puts it to the test.</summary>
    public IReadOnlyDictionary<string, Verdict> Properties { get; init; } = new Dictionary<string, Verdict>();

    /// <summary>In how many schedules each property was put to the test.</summary>
    public IReadOnlyDictionary<string, long> Reached { get; init; } = new Dictionary<string, long>();

    /// <summary>Wall-clock seconds of exploring, without shrinking.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>The failure; null: none.</summary>
    public ExploreFailure? Failure { get; init; }

    /// <summary>For people: the shrunk failure, step by step.</summary>
    [JsonIgnore]
    public string? Account { get; init; }

    /// <summary>Properties of kind <c>sometimes</c> that the scenario is meant to reach, can under its policy, and no schedule did.</summary>
    public IReadOnlyList<string> Unreached { get; init; } = [];

    /// <summary>This report as one JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Options);
}
