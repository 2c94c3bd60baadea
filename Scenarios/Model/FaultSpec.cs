namespace Sim.Scenarios.Model;

/// <summary>
/// One fault. It strikes an engine (<see cref="Engine"/>; crash, hang, wedge, slow), every session of a group (<see cref="Session"/>;
/// close, loseKey) or the device (<see cref="Device"/>; teardown, loseContent, suspend). At most one of <see cref="At"/>, <see cref="Job"/>, <see cref="Start"/>, <see cref="Finish"/> and
/// <see cref="Chance"/> says when; only <c>slow</c> may leave it out, and then lasts for the whole run.
/// </summary>
public sealed record FaultSpec
{
    /// <summary>What happens.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>How long a hang or a suspend lasts, or how much longer each job takes; <see cref="TimeSpan.MaxValue"/>: for ever (<c>forever</c>).</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Index of the engine.</summary>
    public int? Engine { get; init; }

    /// <summary>Name of the session group.</summary>
    public string? Session { get; init; }

    /// <summary>True: the device.</summary>
    public bool Device { get; init; }

    /// <summary>What an action strikes.</summary>
    public static FaultTarget TargetOf(FaultAction action) => action switch
    {
        FaultAction.Close or FaultAction.LoseKey => FaultTarget.Session,
        FaultAction.Teardown or FaultAction.LoseContent or FaultAction.Suspend => FaultTarget.Device,
        _ => FaultTarget.Engine,
    };

    /// <summary>Whether an action has a duration.</summary>
    public static bool HasDuration(FaultAction action) => action is FaultAction.Hang or FaultAction.Slow or FaultAction.Suspend;

    /// <summary>At an engine: the first job that it begins this long after its very first one. At a session or the device: this long after the load begins.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>At an engine: the job of this number, from 1, that it begins. At a session: right behind the submission of its job of this number.</summary>
    public long? Job { get; init; }

    /// <summary>At a session: right behind its StartSessionKeyRefresh of this number, before the Finish.</summary>
    public int? Start { get; init; }

    /// <summary>At a session: right behind its FinishSessionKeyRefresh of this number.</summary>
    public int? Finish { get; init; }

    /// <summary>At an engine: each job is struck with this probability, above 0 and at most 1, drawn from the run's seed.</summary>
    public double? Chance { get; init; }

    /// <summary>Most jobs that the fault strikes. Null: one; for a slow engine without bound.</summary>
    public int? Times { get; init; }
}
