namespace Sim.Scenarios.Output;

/// <summary>Which run a report is of.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Mode">parallel or virtual.</param>
/// <param name="Policy">Key-switch policy.</param>
/// <param name="Engines">Engines in the pool.</param>
/// <param name="Seed">Seed of the run.</param>
public sealed record RunIdentity(string Scenario, string Mode, string Policy, int Engines, ulong Seed);
