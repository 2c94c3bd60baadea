namespace Sim.Hardware.Faults;

/// <summary>
/// When something goes wrong at an engine. Exactly one of <paramref name="At"/>, <paramref name="Job"/> and
/// <paramref name="Chance"/> says when; with none of them every job is struck.
/// </summary>
/// <param name="Engine">Index of the engine.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="At">Jobs that the engine begins this long after its first one, or later, are struck.</param>
/// <param name="Job">The engine's job of this number, from 1 in the order in which it begins them, and the ones behind it.</param>
/// <param name="Chance">Each job is struck with this probability, above 0 and at most 1, drawn from the run's seed.</param>
/// <param name="Times">Most jobs that the rule strikes; null: no bound, which only a slow engine may have.</param>
public sealed record EngineFaultRule(
    int Engine, EngineFault Fault, TimeSpan? At = null, long? Job = null, double? Chance = null, int? Times = 1);
