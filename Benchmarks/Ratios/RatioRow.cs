namespace Sim.Benchmarks.Ratios;

/// <summary>One row of a table of ratios.</summary>
/// <param name="Name">What is compared, the candidate first.</param>
/// <param name="Candidate">Makes the candidate.</param>
/// <param name="Baseline">Makes what it is compared with.</param>
/// <param name="Threads">How many cores the baseline needs for itself.</param>
/// <param name="Target">The ratio to reach, or null where none is set.</param>
/// <param name="Unit">What the two rates are counted in.</param>
/// <param name="PerOperation">How many of that unit one operation is.</param>
internal sealed record RatioRow(
    string Name,
    Func<IContender> Candidate,
    Func<IContender> Baseline,
    int Threads,
    double? Target,
    string Unit,
    double PerOperation)
{
    /// <summary>Says whether the target was reached; nothing where there is none, and "busy" where nobody can tell.</summary>
    public string Verdict(DuelResult result) => Target switch
    {
        null => "",
        _ when !Duel.IsQuiet(result.Median(round => round.Baseline.Cores), Threads) => "busy",
        { } target when result.Ratio >= target => "pass",
        _ => "MISS",
    };
}
