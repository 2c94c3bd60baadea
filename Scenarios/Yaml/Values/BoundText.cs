using Sim.Scenarios.Model;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>A comparison and a bound: <c>&lt; 2 ms</c>, <c>== 16000</c>, <c>&gt;= 100 MB/s</c>.</summary>
/// <param name="Comparison">How to compare.</param>
/// <param name="Bound">With what.</param>
internal readonly record struct BoundText(Comparison Comparison, Quantity Bound)
{
    // Longer signs first: each of them begins with a shorter one.
    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("<=", Comparison.AtMost), (">=", Comparison.AtLeast), ("==", Comparison.Equal), ("<", Comparison.Less), (">", Comparison.More),
    ];

    public static Reading<BoundText> Read(string text, Dimension dimension)
    {
        foreach (var (sign, comparison) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                return Quantity.Read(text[sign.Length..].TrimStart(' '), dimension)
                    .Then(bound => (Reading<BoundText>)new BoundText(comparison, bound));
            }
        }

        return Reading<BoundText>.Refuse($"'{text}' does not begin with <, <=, ==, >= or >");
    }

    /// <summary>Writes a bound, in the decimal unit that makes it shortest.</summary>
    /// <param name="comparison">How to compare.</param>
    /// <param name="value">A count, seconds, or bytes a second.</param>
    /// <param name="dimension">Which of them.</param>
    public static string Write(Comparison comparison, double value, Dimension dimension)
    {
        var sign = Array.Find(Signs, sign => sign.Comparison == comparison).Sign;
        var bound = Unit.All
            .Where(unit => unit.Dimension == dimension && unit is { Multiply: 1, Divide: 1 })
            .Select(unit => (Unit: unit, Number: value * Math.Pow(10, -unit.PowerOfTen)))
            .Where(scaled => double.IsFinite(scaled.Number))
            .Select(scaled => new Quantity(PlainNumber.Write(scaled.Number), scaled.Unit))
            .Where(quantity => quantity.ToDouble() == value)
            .DefaultIfEmpty(new Quantity(PlainNumber.Write(value), Unit.None))
            .MinBy(quantity => quantity.Number.Length + quantity.Unit.Name.Length);
        return $"{sign} {bound.Number} {bound.Unit.Name}".TrimEnd();
    }
}
