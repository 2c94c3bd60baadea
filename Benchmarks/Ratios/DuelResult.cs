namespace Sim.Benchmarks.Ratios;

/// <summary>A duel: its rounds, and the figures that are read from them.</summary>
internal sealed class DuelResult(IReadOnlyList<DuelRound> rounds)
{
    /// <summary>The median of the rounds' ratios, not the ratio of the medians: a round's sides belong together.</summary>
    public double Ratio => Median(round => round.Ratio);

    public double RatioMin => rounds.Min(round => round.Ratio);

    public double RatioMax => rounds.Max(round => round.Ratio);

    public double Median(Func<DuelRound, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
