using System.Globalization;
using System.Text;
using Sim.Hardware.Choices;

namespace Sim.Tests.Hardware.Choices;

/// <summary>The part of docs/ddi-choices.md that is written by program.</summary>
internal static class ChoiceDocument
{
    /// <summary>Name of the part that lists the points.</summary>
    public const string Points = "points";

    /// <summary>Path of the document in the repository.</summary>
    public const string Path = "docs/ddi-choices.md";

    /// <summary>The list of all points.</summary>
    public static string List()
    {
        var text = new StringBuilder();
        text.AppendLine("| | what is open | what Sim does | what else could be done | setting | left open by | code | test |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var choice in DdiChoiceTable.All)
        {
            var (test, method) = ChoiceTests.All[choice.Number];
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {choice.Id} | {choice.Question} | {choice.Ours} | {string.Join("; or ", choice.Alternatives)} | {Code(choice.Setting)} | {Link(choice.Document)} | {Code($"{choice.Where.Name}.{choice.Member}")} | {Code($"{test.Name}.{method}")} |");
        }

        return text.ToString();
    }

    private static string Code(string? name) => name is null ? "" : $"`{name}`";

    // Repository on GitHub, and path in it.
    private static string Link(string document)
    {
        var parts = document.Split('/', 3);
        var page = System.IO.Path.GetFileNameWithoutExtension(document);
        return $"[{page}](https://github.com/{parts[0]}/{parts[1]}/blob/HEAD/{parts[2]})";
    }
}
