using System.Globalization;

namespace Sim.Benchmarks.Rates;

/// <summary>What a figure is to reach.</summary>
/// <param name="Bound">The bound, itself good enough.</param>
/// <param name="IsFloor">Whether more is better.</param>
internal sealed record RateGoal(double Bound, bool IsFloor)
{
    public static RateGoal AtLeast(double bound) => new(bound, IsFloor: true);

    public static RateGoal AtMost(double bound) => new(bound, IsFloor: false);

    public bool IsReachedBy(double value) => IsFloor ? value >= Bound : value <= Bound;

    public override string ToString() =>
        (IsFloor ? ">= " : "<= ") + Bound.ToString("0.##", CultureInfo.InvariantCulture);
}
