using Sim.Benchmarks.Ratios;
using Sim.Benchmarks.Runtime;

namespace Sim.Benchmarks.Rates;

/// <summary>A load, and what is read off its cost.</summary>
/// <param name="Load">Makes the load.</param>
/// <param name="Readings">The figures, and how each follows from the cost.</param>
internal sealed record RateRow(Func<ILoad> Load, params (RateFigure Figure, Func<TurnCost, double> Of)[] Readings);
