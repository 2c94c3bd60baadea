namespace Sim.Benchmarks.Ratios;

/// <summary>
/// Lets two contenders take turns in one process. The speed of a shared machine swings by a factor of two or three
/// within seconds; taking turns, both see the same machine, so the ratio means something where the rates do not.
/// </summary>
internal static class Duel
{
    private const int Rounds = 7;
    private const int TurnsPerRound = 6;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(80);

    /// <summary>Warms both up, then measures.</summary>
    public static DuelResult Fight(IContender candidate, IContender baseline)
    {
        var (ours, theirs) = (new Turns(candidate, Turn), new Turns(baseline, Turn));
        return new DuelResult([.. Enumerable.Range(0, Rounds).Select(_ => Round(ours, theirs))]);
    }

    private static DuelRound Round(Turns ours, Turns theirs)
    {
        ours.Reset();
        theirs.Reset();
        for (var turn = 0; turn < TurnsPerRound; turn++)
        {
            // Who goes first changes, so that a machine that becomes steadily slower favours neither.
            var (first, second) = turn % 2 == 0 ? (ours, theirs) : (theirs, ours);
            first.Take();
            second.Take();
        }

        return new DuelRound(ours.Rate, theirs.Rate, ours.AllocatedPerOperation);
    }
}
