namespace Sim.Hardware.Sessions;

/// <summary>The bounds of one session, and its rank among others.</summary>
/// <param name="Jobs">Accepted jobs that have not ended, held ones included; at least 1. One more is refused with DeviceBusy.</param>
/// <param name="PendingRefreshes">
/// Barriers that have not opened, with the room that a Start reserves for its Finish; at least 1. One more Start is
/// misuse; a Finish always has room.
/// </param>
public sealed record SessionLimits(int Jobs, int PendingRefreshes)
{
    /// <summary>Rank of its jobs where they wait at an engine, from its first job to its last.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;

    /// <summary>The limits as given, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1, or there is no such priority.</exception>
    public SessionLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Jobs, 1, nameof(Jobs));
        ArgumentOutOfRangeException.ThrowIfLessThan(PendingRefreshes, 1, nameof(PendingRefreshes));
        return Priority is >= SessionPriority.Idle and <= SessionPriority.Realtime
            ? this
            : throw new ArgumentOutOfRangeException(nameof(Priority), Priority, "There is no such priority.");
    }
}
