using System.Collections.Immutable;
using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>A unit, as a factor to the base unit of its dimension.</summary>
/// <param name="Name">How it is written behind the number.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Multiply">Base units in it, before the power of ten.</param>
/// <param name="PowerOfTen">The power of ten by which to multiply; kept apart so that decimal units convert without a rounding error.</param>
/// <param name="Divide">What to divide by.</param>
internal sealed record Unit(string Name, Dimension Dimension, long Multiply = 1, int PowerOfTen = 0, long Divide = 1)
{
    /// <summary>No unit, for counts.</summary>
    public static Unit None { get; } = new("", Dimension.Count);

    /// <summary>All units, the smallest of each dimension first.</summary>
    public static ImmutableArray<Unit> All { get; } =
    [
        new("us", Dimension.Time, PowerOfTen: -6),
        new("ms", Dimension.Time, PowerOfTen: -3),
        new("s", Dimension.Time),
        new("min", Dimension.Time, Multiply: 60),
        new("h", Dimension.Time, Multiply: 3600),
        new("B", Dimension.Size),
        new("KB", Dimension.Size, PowerOfTen: 3),
        new("KiB", Dimension.Size, Multiply: 1L << 10),
        new("MB", Dimension.Size, PowerOfTen: 6),
        new("MiB", Dimension.Size, Multiply: 1L << 20),
        new("GB", Dimension.Size, PowerOfTen: 9),
        new("GiB", Dimension.Size, Multiply: 1L << 30),
        new("/s", Dimension.Rate),
        new("/min", Dimension.Rate, Divide: 60),
        new("/h", Dimension.Rate, Divide: 3600),
        new("B/s", Dimension.Throughput),
        new("KB/s", Dimension.Throughput, PowerOfTen: 3),
        new("KiB/s", Dimension.Throughput, Multiply: 1L << 10),
        new("MB/s", Dimension.Throughput, PowerOfTen: 6),
        new("MiB/s", Dimension.Throughput, Multiply: 1L << 20),
        new("GB/s", Dimension.Throughput, PowerOfTen: 9),
        new("GiB/s", Dimension.Throughput, Multiply: 1L << 30),
        new("jobs", Dimension.Jobs),
        new("job", Dimension.Jobs),
        None,
    ];

    /// <summary>The units of some dimensions, in a sentence; without the one that is there for grammar alone.</summary>
    public static string NamesOf(params ReadOnlySpan<Dimension> dimensions)
    {
        List<string> names = [];
        foreach (var dimension in dimensions)
            names.AddRange(All.Where(unit => unit.Dimension == dimension && unit.Name != "job").Select(unit => unit.Name));
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    /// <summary>A number of this unit in base units, as exactly as a decimal can be.</summary>
    public decimal ToDecimal(string number) =>
        decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Multiply * Power(PowerOfTen) / Divide;

    /// <summary>A number of this unit in base units; correctly rounded for decimal units.</summary>
    public double ToDouble(string number) =>
        double.Parse($"{number}E{PowerOfTen}", NumberStyles.Float, CultureInfo.InvariantCulture) * Multiply / Divide;

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power *= 10;
        return exponent < 0 ? 1 / power : power;
    }
}
