namespace Sim.Benchmarks.Ratios;

/// <summary>
/// Lets two contenders take turns in one process. The speed of a shared machine swings by a factor of two or three
/// within seconds; taking turns, both see the same machine, so the ratio means something where the rates do not.
/// </summary>
/// <param name="threads">How many cores the baseline keeps busy when it is left alone.</param>
internal sealed class Duel(int threads)
{
    // A core that the baseline asked for went, in part or in whole, to somebody else.
    private const double QuietShare = 0.9;
    private const int Rounds = 5;
    private const int TurnsPerRound = 8;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    // Bounded: on a machine that is never quiet, the figures are taken as they are and called busy.
    private int _repeatsLeft = 40;

    /// <summary>True when the cores that these turns of the baseline had were its own.</summary>
    public static bool IsQuiet(double baselineCores, int threads) => baselineCores >= threads * QuietShare;

    /// <summary>Warms both up, then measures.</summary>
    public DuelResult Fight(IContender candidate, IContender baseline)
    {
        var (ours, theirs) = (new Turns(candidate, Turn), new Turns(baseline, Turn));
        return new DuelResult([.. Enumerable.Range(0, Rounds).Select(_ => Round(ours, theirs))]);
    }

    private DuelRound Round(Turns ours, Turns theirs)
    {
        var line = CoreDistance.MeasureNanoseconds();
        var (candidate, baseline) = (default(TurnCost), default(TurnCost));
        for (var turn = 0; turn < TurnsPerRound;)
        {
            // Who goes first changes, so that a machine that becomes steadily slower favours neither.
            var early = turn % 2 == 0 ? ours.Take() : default;
            var measure = theirs.Take();
            var late = turn % 2 != 0 ? ours.Take() : default;
            if (!IsQuiet(measure.Cores, threads) && _repeatsLeft-- > 0)
                continue;
            candidate += early + late;
            baseline += measure;
            turn++;
        }

        return new DuelRound(candidate, baseline, line);
    }
}
