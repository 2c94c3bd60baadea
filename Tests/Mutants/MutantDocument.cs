using System.Globalization;
using System.Text;

namespace Sim.Tests.Mutants;

/// <summary>The parts of docs/mutants.md that are written by program.</summary>
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
}
