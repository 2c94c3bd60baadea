using System.Collections.Immutable;

namespace Sim.Simulation.Shrinking;

/// <summary>What is left of a list.</summary>
/// <param name="Items">What is left, in the order in which it stood.</param>
/// <param name="Tests">How many lists were tested for it.</param>
/// <param name="IsMinimal">True when nothing more can be left out by itself; false when the bound on tests came first.</param>
public sealed record Minimum<T>(ImmutableArray<T> Items, int Tests, bool IsMinimal);
