using System.Text.RegularExpressions;

namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>
/// What text without quotes stands for: the core schema of YAML 1.2, less its octal, hexadecimal, infinite and
/// not-a-number forms, none of which any key of a scenario takes.
/// </summary>
internal static partial class PlainScalar
{
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when Integer().IsMatch(text) => ScalarKind.Integer,
        _ when Number().IsMatch(text) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    /// <summary>Whether text can be written without quotes, and be read back as the same text, wherever it stands.</summary>
    public static bool Suits(string text) =>
        KindOf(text) == ScalarKind.Text
        && char.IsLetterOrDigit(text[0])
        && text[^1] != ' '
        && text.All(c => char.IsLetterOrDigit(c) || " -_.,/;()'+".Contains(c, StringComparison.Ordinal));

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
