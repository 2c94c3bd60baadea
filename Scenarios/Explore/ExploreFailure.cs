namespace Sim.Scenarios.Explore;

/// <summary>The failing schedule of an exploration.</summary>
/// <param name="Seed">Seed of the exploration.</param>
/// <param name="Schedule">Number of the schedule, from 0.</param>
/// <param name="Steps">Its steps, up to the violation.</param>
/// <param name="ShrunkSteps">The steps of the shrunk one.</param>
/// <param name="File">Where it is saved.</param>
public sealed record ExploreFailure(ulong Seed, long Schedule, int Steps, int ShrunkSteps, string File);
