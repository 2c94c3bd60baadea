namespace Sim.Testing;

/// <summary>What an exploration that found nothing wrong has done.</summary>
/// <param name="Schedules">Schedules that were run.</param>
/// <param name="Distinct">How many of them differ in what happened before what; beyond a million, at least so many.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="IsExhausted">True when there is no other schedule that would differ.</param>
public sealed record ExplorationResult(long Schedules, long Distinct, long Steps, bool IsExhausted);
