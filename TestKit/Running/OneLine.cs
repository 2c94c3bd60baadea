using System.Text.RegularExpressions;

namespace Sim.Testing.Running;

/// <summary>Text for one line of a report.</summary>
internal static partial class OneLine
{
    /// <summary>Longest line; more is cut.</summary>
    public const int LengthMax = 300;

    public static string Of(Exception thrown) => Of($"{thrown.GetType().Name}: {thrown.Message}");

    public static string Of(string text)
    {
        var line = Space().Replace(text.Trim(), " ");
        return line.Length <= LengthMax ? line : string.Concat(line.AsSpan(0, LengthMax - 3), "...");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
