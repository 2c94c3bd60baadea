namespace Sim.Simulation.Exploration;

/// <summary>What an exploration found.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Schedules">Schedules that were run to their end or to a failure.</param>
/// <param name="Distinct">How many of them differ in their happens-before order; beyond a million, at least so many.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="Exhausted">True when there is no other schedule: every one was run, or one that is equal in all that matters.</param>
/// <param name="Failure">The first failure; null: none.</param>
public sealed record ExplorationReport(
    string Strategy, long Schedules, long Distinct, long Steps, bool Exhausted, FoundFailure? Failure)
{
    /// <summary>
    /// What escapes the worlds that were explored, in a few lines of plain words: nothing that is said of schedules covers it. Null: the worlds
    /// are fully controlled.
    /// </summary>
    public string? NotControlled { get; init; }
}
