using System.Globalization;

namespace Sim.Benchmarks.Ratios;

/// <summary>Runs rows one after the other and prints each as soon as it is known.</summary>
internal static class RatioTable
{
    public static void Print(TextWriter output, string title, IEnumerable<RatioRow> rows)
    {
        output.WriteLine();
        output.WriteLine(title);
        Line(output, "", "candidate", "baseline", "", "ratio", "min - max", "target", "", "B/op");
        foreach (var row in rows)
        {
            using var candidate = row.Candidate();
            using var baseline = row.Baseline();
            var result = Duel.Fight(candidate, baseline);
            Line(
                output,
                row.Name,
                Number(result.Candidate * row.PerOperation),
                Number(result.Baseline * row.PerOperation),
                row.Unit,
                Number(result.Ratio),
                $"{Number(result.RatioMin)} - {Number(result.RatioMax)}",
                row.Target is { } target ? Number(target) : "",
                row.Target is { } wanted ? result.Ratio >= wanted ? "pass" : "MISS" : "",
                result.Allocated.ToString("f0", CultureInfo.InvariantCulture));
        }
    }

    private static string Number(double value) => value.ToString("f2", CultureInfo.InvariantCulture);

    private static void Line(
        TextWriter output,
        string name,
        string candidate,
        string baseline,
        string unit,
        string ratio,
        string range,
        string target,
        string verdict,
        string allocated) =>
        output.WriteLine(
            $"{name,-40} {candidate,9} {baseline,9} {unit,-6} {ratio,6}  {range,-13} {target,6} {verdict,-4} {allocated,6}");
}
