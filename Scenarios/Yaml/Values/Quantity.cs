namespace Sim.Scenarios.Yaml.Values;

/// <summary>A number with its unit: <c>50ms</c>, <c>1.5 MiB</c>, <c>60/s</c>, <c>25 jobs</c>, <c>16000</c>.</summary>
/// <param name="Number">The digits, with at most one decimal point.</param>
/// <param name="Unit">Its unit.</param>
internal readonly record struct Quantity(string Number, Unit Unit)
{
    /// <summary>Longest number, so that arithmetic stays exact.</summary>
    public const int MaxDigits = 40;

    private const decimal MaxMagnitude = 1e18m;

    public decimal Magnitude => Unit.ToDecimal(Number);

    public double ToDouble() => Unit.ToDouble(Number);

    /// <summary>Reads a quantity of one of some dimensions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dimensions">The dimensions, the most likely first.</param>
    public static Reading<Quantity> Read(string text, params ReadOnlySpan<Dimension> dimensions)
    {
        var length = text.AsSpan().IndexOfAnyExcept("0123456789.");
        var number = length < 0 ? text : text[..length];
        var unit = text[number.Length..].TrimStart(' ');
        if (unit.StartsWith('-') && number.Length == 0)
            return Refuse($"{Named(dimensions)} cannot be negative: '{text}'");
        if (!IsNumber(number))
            return Refuse($"'{text}' is not {Named(dimensions)}; write it like {Example(dimensions[0])}");
        if (number.Length > MaxDigits)
            return Refuse($"'{number[..MaxDigits]}...' has too many digits");
        if (unit.Length == 0 && !dimensions.Contains(Dimension.Count))
            return Refuse($"'{text}' has no unit; {Named(dimensions)} is in {Unit.NamesOf(dimensions)}");
        foreach (var known in Unit.All)
        {
            if (known.Name == unit && dimensions.Contains(known.Dimension))
                return Bounded(new Quantity(number, known));
        }

        return Refuse(dimensions.SequenceEqual([Dimension.Count])
            ? $"'{text}' has a unit; a count has none"
            : $"there is no unit '{unit}' here; {Named(dimensions)} is in {Unit.NamesOf(dimensions)}");
    }

    private static Reading<Quantity> Bounded(Quantity quantity)
    {
        if (quantity.Unit.Dimension is Dimension.Count or Dimension.Jobs && quantity.Number.Contains('.', StringComparison.Ordinal))
            return Refuse($"'{quantity.Number}' is not a whole number");
        var digits = quantity.Number.Split('.')[0];
        return digits.Length > 19 || quantity.Magnitude > MaxMagnitude
            ? Refuse($"'{quantity.Number}{quantity.Unit.Name}' is too large")
            : quantity;
    }

    private static Reading<Quantity> Refuse(string problem) => Reading<Quantity>.Refuse(problem);

    private static bool IsNumber(string text) =>
        text.Length > 0 && text[0] != '.' && text[^1] != '.' && text.AsSpan().Count('.') <= 1;

    private static string Named(ReadOnlySpan<Dimension> dimensions)
    {
        List<string> names = [];
        foreach (var dimension in dimensions)
        {
            names.Add(dimension switch
            {
                Dimension.Time => "a time",
                Dimension.Size => "a size",
                Dimension.Rate => "a rate",
                Dimension.Throughput => "a throughput",
                Dimension.Jobs => "a number of jobs",
                _ => "a count",
            });
        }

        return string.Join(" or ", names);
    }

    private static string Example(Dimension dimension) => dimension switch
    {
        Dimension.Time => "50ms",
        Dimension.Size => "64KiB",
        Dimension.Rate => "60/s",
        Dimension.Throughput => "100 MB/s",
        Dimension.Jobs => "25 jobs",
        _ => "16000",
    };
}
