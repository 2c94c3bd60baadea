using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>A number followed by the name of a unit, with or without space between them.</summary>
internal static class HoconQuantity
{
    public static bool TrySplit(string text, out decimal number, out string unit)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.Length;
        while (end > 0 && char.IsLetter(trimmed[end - 1])) end--;
        unit = trimmed[end..].ToString();
        return decimal.TryParse(trimmed[..end].TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
