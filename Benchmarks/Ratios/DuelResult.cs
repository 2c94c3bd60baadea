namespace Sim.Benchmarks.Ratios;

/// <summary>One round of a duel: several turns of each side.</summary>
/// <param name="Candidate">Operations per second of the candidate.</param>
/// <param name="Baseline">Operations per second of the baseline.</param>
/// <param name="Allocated">Bytes that the candidate allocated per operation.</param>
internal sealed record DuelRound(double Candidate, double Baseline, double Allocated)
{
    public double Ratio => Candidate / Baseline;
}

/// <summary>A duel: its rounds, and the figures that are read from them.</summary>
internal sealed class DuelResult(IReadOnlyList<DuelRound> rounds)
{
    public double Candidate => Median(round => round.Candidate);

    public double Baseline => Median(round => round.Baseline);

    /// <summary>The median of the rounds' ratios, not the ratio of the medians: a round's sides belong together.</summary>
    public double Ratio => Median(round => round.Ratio);

    public double RatioMin => rounds.Min(round => round.Ratio);

    public double RatioMax => rounds.Max(round => round.Ratio);

    public double Allocated => Median(round => round.Allocated);

    private double Median(Func<DuelRound, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
