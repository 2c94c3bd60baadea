using System.Globalization;

namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>The range of a number.</summary>
/// <param name="Min">Smallest; null: none.</param>
/// <param name="Max">Largest; null: none.</param>
/// <param name="MinExcluded">Whether the number must be above the smallest.</param>
internal readonly record struct NumberRange(decimal? Min, decimal? Max, bool MinExcluded)
{
    public bool Contains(decimal value) =>
        (Min is not { } min || (MinExcluded ? value > min : value >= min)) && (Max is not { } max || value <= max);

    public override string ToString()
    {
        var (min, max) = (Text(Min), Text(Max));
        return (min, max, MinExcluded) switch
        {
            (null, _, _) => $"at most {max}",
            (_, null, false) => $"at least {min}",
            (_, null, true) => $"above {min}",
            (_, _, true) => $"above {min} and at most {max}",
            _ => $"{min} to {max}",
        };
    }

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
