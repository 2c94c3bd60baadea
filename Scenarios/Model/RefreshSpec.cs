namespace Sim.Scenarios.Model;

/// <summary>
/// When and how a client refreshes its session key. Exactly one of <see cref="EveryJobs"/> and <see cref="EveryTime"/> is set.
/// More or fewer than one Start or Finish is misuse, which must change nothing but as docs/decisions/0002-misuse.md says.
/// </summary>
public sealed record RefreshSpec
{
    /// <summary>Jobs from one refresh to the next.</summary>
    public int? EveryJobs { get; init; }

    /// <summary>Time from one refresh to the next.</summary>
    public TimeSpan? EveryTime { get; init; }

    /// <summary>StartSessionKeyRefresh calls of each refresh, 0 to 16; the last random number counts.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>FinishSessionKeyRefresh calls of each refresh, one directly behind the other, 0 to 16.</summary>
    public int Finishes { get; init; } = 1;

    /// <summary>Refreshes in a row, with no job between them, 1 to 16.</summary>
    public int Chain { get; init; } = 1;
}
