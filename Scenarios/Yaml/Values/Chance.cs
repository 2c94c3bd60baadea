using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>A probability as a fraction: <c>1/500</c>. Decimal numbers are numbers of YAML and need no reading.</summary>
internal static class Chance
{
    public static Reading<double> Read(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || Whole(parts[0]) is not { } part || Whole(parts[1]) is not { } whole)
            return Reading<double>.Refuse($"'{text}' is not a chance; write it like 1/500 or 0.002");
        return part > 0 && part <= whole
            ? (double)part / whole
            : Reading<double>.Refuse($"a chance is above 0 and at most 1, and {text} is not");
    }

    private static long? Whole(string text) =>
        long.TryParse(text.Trim(' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
