namespace Sim.Hardware.Resets;

/// <summary>Counts resets; a decorator can put a wrong count in its place.</summary>
public interface IResetBudget
{
    /// <summary>Work did not go on, and a reset is due.</summary>
    /// <param name="now">The time, on any clock that does not go back.</param>
    /// <returns>False when there were too many: the device is lost instead.</returns>
    bool TrySpend(TimeSpan now);
}
