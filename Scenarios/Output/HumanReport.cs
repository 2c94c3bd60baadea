using System.Globalization;
using Sim.Checkers;
using Spectre.Console;

namespace Sim.Scenarios.Output;

/// <summary>A run's report for people.</summary>
public static class HumanReport
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="commandLine">The line that runs it again, printed when a property is violated.</param>
    public static string Of(RunReport report, string commandLine)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 110;
        console.Write(Figures(report));
        if (report.ClosedForms is { } figures)
            ClosedFormTable.Write(figures, console, text);
        console.Write(Properties(report));
        // Not through the console, which breaks lines: paths and command lines are there to be copied.
        if (report.Lanes is { } lanes)
            text.WriteLine(lanes);
        if (report.Waiting is { } waiting)
            text.WriteLine(waiting);
        foreach (var violation in report.Violations)
            text.WriteLine($"violated: {violation.Property}: {violation.Detail}");
        text.WriteLine(Summary(report));
        if (report.Violations.Count > 0)
            text.WriteLine($"run it again: {commandLine}");
        return text.ToString().TrimEnd();
    }

    private static string Summary(RunReport report)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Jobs} decrypt jobs, {report.Refreshes} refreshes, {report.ViolationCount} violations");
        if (report.Samples is { } samples)
            line = string.Create(CultureInfo.InvariantCulture, $"{samples} samples, {line}");
        line += report.SamplesVerified switch
        {
            null => "",
            0 => "; no sample was compared with a checksum",
            _ when report.Properties["PlaintextMatches"] == Verdict.Violated => "; not all sample checksums match",
            _ when report.SamplesVerified == report.Samples => $"; all {report.Samples} sample checksums match",
            _ => $"; {report.SamplesVerified} sample checksums match",
        };
        return report.Output is { } output ? $"{line}; clear file: {output}" : line;
    }

    private static Table Figures(RunReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "figure");
        void Row(string what, FormattableString figure) =>
            table.AddRow(new Text(what), new Text(figure.ToString(CultureInfo.InvariantCulture)));
        Row("policy, engines, seed", $"{report.Policy}, {report.Engines}, {report.Seed}");
        Row("jobs", $"{report.Completed} completed, {report.Aborted} aborted, {report.Refused} refused");
        Row("bytes", $"{report.Bytes:N0} in {report.ElapsedSeconds:F3} s ({report.ThroughputMBps:F0} MB/s)");
        if (report.VirtualSeconds is { } seconds)
            Row("virtual time", $"{seconds:N6} s, {seconds / report.ElapsedSeconds:N2} times real time");
        Row("barrier", $"{report.Barrier.Count} times, p50 {report.Barrier.P50Us:F1} us, p99 {report.Barrier.P99Us:F1} us, max {report.Barrier.MaxUs:F1} us");
        Row("stall", $"p50 {report.Stall.P50Us:F1} us, p99 {report.Stall.P99Us:F1} us, max {report.Stall.MaxUs:F1} us");
        if (report.Misuse > 0)
            Row("misuse", $"{report.Misuse} reports in the trace{(report.Samples is null ? "" : " (content keys of real media restart their IVs)")}");

        return table;
    }

    private static Table Properties(RunReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("property", "verdict");
        foreach (var (name, verdict) in report.Properties)
        {
            var color = verdict switch { Verdict.Held => Color.Green, Verdict.Violated => Color.Red, _ => Color.Grey };
            table.AddRow(new Text(name), new Text(verdict.Name(), new Style(color)));
        }

        return table;
    }
}
