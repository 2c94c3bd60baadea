using System.Collections.Immutable;

namespace Sim.Simulation.Shrinking;

/// <summary>
/// Makes a failing list small by leaving out ever smaller pieces of it, until no single item can be left out: 1-minimal.
/// Zeller, Hildebrandt, "Simplifying and isolating failure-inducing input", TSE 28 (2), 2002. Of their two kinds of test only
/// the one that leaves a piece out is used: where a larger list fails whenever a smaller one does, a piece alone never fails
/// if the half that it came from did not.
/// </summary>
public static class DeltaDebugging
{
    /// <summary>Finds a 1-minimal sublist.</summary>
    /// <param name="whole">A list that fails.</param>
    /// <param name="narrow">
    /// Tests a sublist. Null: it does not fail. Else what of it was used, which may be less than all and fails, too.
    /// </param>
    /// <param name="testsMax">Most tests; the list is as it is by then.</param>
    public static Minimum<T> Minimize<T>(
        ImmutableArray<T> whole, Func<ImmutableArray<T>, ImmutableArray<T>?> narrow, int testsMax)
    {
        ArgumentNullException.ThrowIfNull(narrow);
        var list = whole;
        var tests = 0;
        for (var size = list.Length; list.Length > 0;)
        {
            var before = list.Length;
            for (var at = 0; at < list.Length;)
            {
                if (tests >= testsMax)
                    return new Minimum<T>(list, tests, IsMinimal: false);
                tests++;
                if (narrow(list.RemoveRange(at, Math.Min(size, list.Length - at))) is { } less)
                    list = less;
                else
                    at += size;
            }

            if (size == 1 && list.Length == before)
                break;
            size = Math.Max(1, size / 2);
        }

        return new Minimum<T>(list, tests, IsMinimal: true);
    }
}
