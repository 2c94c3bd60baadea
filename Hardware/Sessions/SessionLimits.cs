namespace Sim.Hardware.Sessions;

/// <summary>The bounds of one session.</summary>
/// <param name="Jobs">Accepted jobs that have not ended, held ones included; at least 1. One more is refused with DeviceBusy.</param>
/// <param name="PendingRefreshes">
/// Barriers that have not opened, with the room that a Start reserves for its Finish; at least 1. One more Start is
/// misuse; a Finish always has room.
/// </param>
public sealed record SessionLimits(int Jobs, int PendingRefreshes)
{
    /// <summary>The limits as given, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public SessionLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Jobs, 1, nameof(Jobs));
        ArgumentOutOfRangeException.ThrowIfLessThan(PendingRefreshes, 1, nameof(PendingRefreshes));
        return this;
    }
}
