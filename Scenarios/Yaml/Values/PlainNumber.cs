using System.Globalization;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>Numbers without an exponent, which read back as exactly the same number.</summary>
internal static class PlainNumber
{
    public static string Write(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        if (e < 0)
            return shortest;
        var exponent = int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = shortest[0] == '-' ? "-" : "";
        var digits = shortest[sign.Length..e].Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
