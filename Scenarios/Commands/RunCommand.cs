using System.CommandLine;
using Sim.Actors.Hosting;
using Sim.Scenarios.Media;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Commands;

/// <summary><c>sim run</c>.</summary>
public static class RunCommand
{
    private const string Help =
        "Runs a scenario on the simulated device: its sessions submit decrypt jobs and refresh their keys while its faults strike, and "
        + "every clear byte is compared with what was encrypted.";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the report goes.</param>
    /// <param name="scenarios">Where scenarios are found.</param>
    public static Command Create(TextWriter output, IScenarioShelf scenarios)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A name that sim list shows, or a file." };
        var set = CommonOptions.Set();
        var common = new CommonOptions(scenario: true);
        var command = new Command("run", Help) { scenario, set };
        common.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new RunOptions
            {
                Scenario = parsed.GetValue(scenario)!,
                Sets = parsed.GetValue(set)!,
                Policy = common.Policy(parsed),
                Engines = common.Engines(parsed),
                RefreshEvery = common.RefreshEvery(parsed),
                Seed = common.Seed(parsed),
                SessionKey = common.SessionKey(parsed),
                Trace = common.Trace(parsed),
                IsVirtual = common.IsVirtual(parsed),
                Timeline = common.Timeline(parsed),
            };
            CheckOutputs(options);
            var loaded = scenarios.Load(options.Scenario, options.Sets);
            var report = options.IsVirtual
                ? VirtualRun.Run(loaded, options, new WallClock(), cancel)
                : common.Json(parsed)
                ? await ScenarioRun.RunAsync(loaded, options, (_, _) => { }, cancel)
                : await RunProgressBar.ShowAsync(
                    output, loaded.Name, show => ScenarioRun.RunAsync(loaded, options, show, cancel));
            await output.WriteLineAsync(common.Json(parsed) ? report.ToJson() : HumanReport.Of(report, RunLine.Of(options)));
            return report.Violations.Count > 0 ? ExitCode.Violated : ExitCode.Held;
        });
        return command;
    }

    private static void CheckOutputs(RunOptions options)
    {
        CheckOutput("--trace", options.Trace, options.Scenario);
        CheckOutput("--timeline", options.Timeline, options.Scenario);
        if (options is { Trace: { } trace, Timeline: { } timeline } && FileIdentity.Same(trace, timeline))
            throw new UsageException("--timeline: is the same file as --trace");
    }

    private static void CheckOutput(string option, string? path, string scenario)
    {
        if (path is null)
            return;
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException($"{option}: the path is empty");
        if (FileIdentity.Same(path, scenario))
            throw new UsageException($"{option}: is the same file as the scenario");
    }
}
