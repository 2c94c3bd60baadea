namespace Sim.Scenarios.Run;

/// <summary>What `sim run` was asked to do.</summary>
public sealed record RunOptions
{
    /// <summary>Name of a scenario, or its file.</summary>
    public required string Scenario { get; init; }

    /// <summary>What differs from the scenario, each as key=value.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Key-switch policy; null: the scenario's.</summary>
    public string? Policy { get; init; }

    /// <summary>Engines in the pool; null: the scenario's number.</summary>
    public int? Engines { get; init; }

    /// <summary>Jobs from one refresh to the next, in all sessions; 0: no refresh; null: as the scenario says.</summary>
    public int? RefreshEvery { get; init; }

    /// <summary>Seed of keys, random numbers, sizes, content and chances.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first key of every session, 32 hex digits; null: drawn from the seed, one for each session.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Virtual mode: one thread, virtual time.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>Where the trace goes; null: nowhere.</summary>
    public string? Trace { get; init; }

    /// <summary>Where the timeline goes; null: nowhere.</summary>
    public string? Timeline { get; init; }

    /// <summary>How long nothing may happen, beyond what the scenario itself waits for, before the run is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The options without the key.</summary>
    public override string ToString() => $"run of {Scenario}, seed {Seed}";
}
