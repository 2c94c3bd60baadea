using System.Globalization;
using System.Text;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Commands;

/// <summary>An exploration's report for people.</summary>
public static class ExploreText
{
    /// <summary>Renders a report.</summary>
    public static string Of(ExploreReport report)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        var device = report.Policy is { } policy ? FormattableString.Invariant($"policy {policy}, {report.Engines} engines, ") : "";
        Line($"{report.Scenario}, {device}seed {report.Seed}, strategy {report.Strategy}, timing {report.Timing}");
        Line($"{report.Schedules:N0} schedules in {report.ElapsedSeconds:F2} s: {report.SchedulesPerSecond:N0} a second, {report.Distinct:N0} distinct, {report.Steps:N0} steps");
        if (report.Exhausted)
            Line($"exhausted: every schedule was run, or one that is equal in all that matters{Targets(report)}");
        else if (report.DrawnFromSeed is { } drawn)
            Line($"not exhausted: {drawn}");
        if (report.NotControlled is { } escapes)
            Line($"not controlled: {escapes}");
        if (report.Policy is not null)
            Line($"{report.Jobs:N0} jobs: {report.Completed:N0} completed, {report.Aborted:N0} aborted, {report.Refused:N0} refused; {report.Refreshes:N0} refreshes");
        foreach (var (name, verdict) in report.Properties)
            Line($"  {name,-22} {verdict.Name(),-12} put to the test in {report.Reached[name]:N0} schedules");
        foreach (var name in report.Unreached)
            Line($"not reached in any schedule: {name}");
        if (report.Failure is { } failure)
        {
            Line($"violated in schedule {failure.Schedule}, after {failure.Steps} steps; shrunk to {failure.ShrunkSteps}:");
            Line($"{report.Account}");
            foreach (var violation in report.Violations)
                Line($"violated: {violation.Property}: {violation.Detail}");
            Line($"run it again: {new ShellLine("sim", "replay").Add(failure.File)}");
        }

        return text.ToString().TrimEnd();
    }

    private static string Targets(ExploreReport report) => report.FaultTargets is { } ways
        ? string.Create(CultureInfo.InvariantCulture, $", for each of {ways:N0} ways to choose what the faults strike")
        : "";
}
