using System.Globalization;
using System.Text;

namespace Sim.Tests.Mutants;

/// <summary>The parts of docs/mutants.md that are written by program: each stands between a line that begins and one that ends it.</summary>
internal static class MutantDocument
{
    /// <summary>Name of the part that lists the mutants.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Name of the part that holds the measured table.</summary>
    public const string Table = "table";

    /// <summary>The list of all mutants.</summary>
    public static string List()
    {
        var text = new StringBuilder();
        text.AppendLine("| mutant | what is wrong | policies | workload | must break |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var mutant in MutantCatalogue.All)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| `{mutant.Name}` | {mutant.Mistake} | {string.Join(", ", mutant.Policies)} | {mutant.Workload} | {string.Join(", ", mutant.Breaks)} |");
        }

        return text.ToString();
    }

    /// <summary>The text of a part.</summary>
    public static string Read(string document, string part)
    {
        var (begin, end) = Find(document, part);
        return document[begin..end];
    }

    /// <summary>The document with another text in the place of a part.</summary>
    public static string Replace(string document, string part, string text)
    {
        var (begin, end) = Find(document, part);
        return document[..begin] + text + document[end..];
    }

    private static (int Begin, int End) Find(string document, string part)
    {
        var first = $"<!-- {part} -->\n";
        var begin = document.IndexOf(first, StringComparison.Ordinal) + first.Length;
        var end = document.IndexOf($"<!-- end of {part} -->", StringComparison.Ordinal);
        return begin >= first.Length && end >= begin
            ? (begin, end)
            : throw new InvalidDataException($"The document has no part '{part}'.");
    }
}
