using System.Globalization;

namespace Sim.Benchmarks.Ratios;

/// <summary>Runs rows one after the other and prints each as soon as it is known. README.md says what the columns mean.</summary>
internal static class RatioTable
{
    private static readonly (string Heading, int Width)[] Columns =
    [
        ("", -32), ("candidate", 10), ("baseline", 10), ("", -6), ("ratio", 6), ("min-max", 12), ("target", 7), ("", -5),
        ("per core", 9), ("cores", 10), ("B/op", 6), ("line ns", 8),
    ];

    public static void Print(TextWriter output, string title, IEnumerable<RatioRow> rows)
    {
        output.WriteLine();
        output.WriteLine(title);
        WriteLine(output, [.. Columns.Select(column => column.Heading)]);
        foreach (var row in rows)
        {
            using var candidate = row.Candidate();
            using var baseline = row.Baseline();
            WriteLine(output, Cells(row, new Duel(row.Threads).Fight(candidate, baseline)));
        }
    }

    private static string[] Cells(RatioRow row, DuelResult result) =>
    [
        row.Name,
        Number(result.Median(round => round.Candidate.Rate) * row.PerOperation),
        Number(result.Median(round => round.Baseline.Rate) * row.PerOperation),
        row.Unit,
        Number(result.Ratio),
        $"{Number(result.RatioMin)}-{Number(result.RatioMax)}",
        row.Target is { } target ? Number(target) : "",
        row.Verdict(result),
        Number(result.Median(round => round.RatioPerCore)),
        Number(result.Median(round => round.Candidate.Cores)) + "/" + Number(result.Median(round => round.Baseline.Cores)),
        result.Median(round => round.Candidate.AllocatedPerOperation).ToString("f0", CultureInfo.InvariantCulture),
        result.Median(round => round.LineNanoseconds).ToString("f0", CultureInfo.InvariantCulture),
    ];

    private static void WriteLine(TextWriter output, string[] cells) => output.WriteLine(string.Join(' ', cells.Zip(
        Columns, (cell, column) => column.Width < 0 ? cell.PadRight(-column.Width) : cell.PadLeft(column.Width))).TrimEnd());

    private static string Number(double value) => value.ToString("f2", CultureInfo.InvariantCulture);
}
