using Sim.Scenarios.Model;
using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore.Shrinking;

/// <summary>The little that a failure needs.</summary>
/// <param name="Scenario">The scenario, its sessions as scripts.</param>
/// <param name="Schedule">The steps.</param>
/// <param name="Failure">What is wrong.</param>
public sealed record ShrunkFailure(Scenario Scenario, Schedule Schedule, Failure Failure);
