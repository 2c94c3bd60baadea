namespace Sim.Scenarios.Play;

/// <summary>What `sim play` was asked to do.</summary>
public sealed record PlayOptions
{
    /// <summary>Virtual mode: one thread, virtual time.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>Jobs from one refresh to the next when nothing is said.</summary>
    public const int DefaultRefreshEvery = 25;

    /// <summary>The encrypted MP4; null: the clip in the repository.</summary>
    public string? File { get; init; }

    /// <summary>Content keys as given: KEY or KID:KEY in hex.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Where the clear MP4 goes; null: nowhere.</summary>
    public string? Out { get; init; }

    /// <summary>Checksums of the clear samples; null: none, or the repository clip's own.</summary>
    public string? Verify { get; init; }

    /// <summary>Where the trace goes; null: nowhere.</summary>
    public string? Trace { get; init; }

    /// <summary>Where the timeline goes; null: nowhere.</summary>
    public string? Timeline { get; init; }

    /// <summary>Key-switch policy; null: the configured one.</summary>
    public string? Policy { get; init; }

    /// <summary>Engines in the pool; null: the configured number.</summary>
    public int? Engines { get; init; }

    /// <summary>Jobs from one refresh to the next; 0: no refresh.</summary>
    public int RefreshEvery { get; init; } = DefaultRefreshEvery;

    /// <summary>Seed of session keys and refresh random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first session key, 32 hex digits; null: drawn from the seed.</summary>
    public string? SessionKey { get; init; }
}
