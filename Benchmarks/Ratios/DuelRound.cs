namespace Sim.Benchmarks.Ratios;

/// <summary>One round of a duel: several turns of each side.</summary>
/// <param name="Candidate">What the candidate's turns have cost.</param>
/// <param name="Baseline">What the baseline's turns have cost.</param>
/// <param name="LineNanoseconds">How far the cores were apart when it began: <see cref="CoreDistance"/>.</param>
internal sealed record DuelRound(TurnCost Candidate, TurnCost Baseline, double LineNanoseconds)
{
    public double Ratio => Candidate.Rate / Baseline.Rate;

    /// <summary>The same, but per second of a core instead of per second of the clock.</summary>
    public double RatioPerCore => Ratio * Baseline.Cores / Candidate.Cores;
}
