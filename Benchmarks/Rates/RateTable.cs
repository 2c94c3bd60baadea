using System.Globalization;

namespace Sim.Benchmarks.Rates;

/// <summary>Prints each figure as soon as it is known. README.md says what the columns mean.</summary>
internal sealed class RateTable(TextWriter output)
{
    private static readonly (string Heading, int Width)[] Columns =
    [
        ("", -34), ("median", 9), ("min-max", 17), ("", -5), ("Akka.NET", 8), ("target", 8), ("", -4), ("cores", 5), ("cpu ns", 10),
    ];

    public void Begin() => WriteLine([.. Columns.Select(column => column.Heading)]);

    public void Print(RateRow row)
    {
        using var load = row.Load();
        var costs = RateSampler.Measure(load);
        var cores = Number(Median(costs.Select(cost => cost.Cores)));
        var work = Number(Median(costs.Select(cost => cost.Processor.TotalNanoseconds / cost.Operations)));
        foreach (var (figure, of) in row.Readings)
            Print(figure, [.. costs.Select(of)], cores, work);
    }

    public void Print(RateFigure figure, double[] values, string cores = "", string work = "")
    {
        var median = Median(values);
        WriteLine([
            figure.Name,
            Number(median),
            $"{Number(values.Min())}-{Number(values.Max())}",
            figure.Unit,
            figure.Reference,
            figure.Goal?.ToString() ?? "",
            figure.Verdict(median),
            cores,
            work,
        ]);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(RateSampler.Samples / 2);

    private static string Number(double value) =>
        value.ToString(value >= 100 ? "f0" : value >= 10 ? "f1" : "f3", CultureInfo.InvariantCulture);

    private void WriteLine(string[] cells) => output.WriteLine(string.Join(' ', cells.Zip(
        Columns, (cell, column) => column.Width < 0 ? cell.PadRight(-column.Width) : cell.PadLeft(column.Width))).TrimEnd());
}
