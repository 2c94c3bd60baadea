using System.Globalization;
using Sim.Scenarios.ClosedForm;
using Spectre.Console;

namespace Sim.Scenarios.Output;

/// <summary>The figures of formulas beside those of the run, for people; and a line for those of which there is no formula.</summary>
internal static class ClosedFormTable
{
    /// <summary>Writes what there is.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="console">Where the table goes.</param>
    /// <param name="text">Where lines go that are not to be broken.</param>
    public static void Write(IReadOnlyList<ClosedFormFigure> figures, IAnsiConsole console, TextWriter text)
    {
        if (figures.Any(figure => figure.Expected is not null))
            console.Write(Table(figures.Where(figure => figure.Expected is not null)));
        foreach (var reason in figures.Where(figure => figure.Expected is null).GroupBy(figure => figure.Note))
            text.WriteLine($"no closed form of {string.Join(", ", reason.Select(NameOf))}: {reason.Key}");
    }

    private static Table Table(IEnumerable<ClosedFormFigure> figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("closed form", "expected", "simulated", "off by");
        foreach (var figure in figures)
        {
            table.AddRow(
                new Text(NameOf(figure)),
                new Text(Show(figure.Expected, figure.Unit)),
                new Text(Show(figure.Simulated, figure.Unit)),
                new Text(Remark(figure)));
        }

        return table;
    }

    private static string NameOf(ClosedFormFigure figure) => figure.Name switch
    {
        "oldSlot" => "old key's slot kept",
        "slotProgrammings" => "slots programmed for a switch",
        "utilisation" => "engine utilisation",
        var name => name,
    };

    private static string Show(double? value, string unit) => value is not { } number ? "-" : unit switch
    {
        "share" => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.00} %"),
        "times" => string.Create(CultureInfo.InvariantCulture, $"{number:0.###}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number:N1} {unit}"),
    };

    private static string Remark(ClosedFormFigure figure) => string.Join(
        "; ", new[] { figure.Deviation is { } deviation ? Show(deviation, "share") : null, figure.Note }.OfType<string>());
}
