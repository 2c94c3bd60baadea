using System.CommandLine;
using Sim.Actors.Hosting;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
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
        var seeds = new Option<long?>("--seeds")
        {
            Description = "Make so many runs in virtual mode, with one seed after the other, and tell only what they come to.",
            HelpName = "N",
        };
        var hashes = new Option<string?>("--hashes")
        {
            Description = "With --seeds: write a line of seed and trace hash for each run here.",
            HelpName = "FILE",
        };
        var common = new CommonOptions(scenario: true);
        var command = new Command("run", Help) { scenario, set, seeds, hashes };
        common.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var mode = common.IsVirtual(parsed);
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
                Timeline = common.Timeline(parsed),
            };
            CheckOutputs(options);
            if (scenarios.Programs.FirstOrDefault(program => program.Name == options.Scenario) is { } program)
            {
                if (parsed.GetValue(seeds) is not null || parsed.GetValue(hashes) is not null)
                    throw new UsageException($"--seeds and --hashes: scenario '{program.Name}' is a program, and is run once");
                var played = await program.RunAsync(options with { IsVirtual = mode ?? program.Modes.Contains(RunModes.Virtual) }, cancel);
                return await WriteAsync(played, options, common.Json(parsed), output);
            }

            var loaded = scenarios.Load(options.Scenario, options.Sets);
            options = options with { IsVirtual = mode ?? loaded.Modes.Contains(RunModes.Virtual) };
            if (parsed.GetValue(seeds) is { } many)
                return await SweepAsync(loaded, options, many, parsed.GetValue(hashes), common.Json(parsed), output, cancel);
            if (parsed.GetValue(hashes) is not null)
                throw new UsageException("--hashes: has no use without --seeds");
            var report = options.IsVirtual
                ? VirtualRun.Run(loaded, options, new WallClock(), cancel)
                : common.Json(parsed)
                ? await ScenarioRun.RunAsync(loaded, options, (_, _) => { }, cancel)
                : await RunProgressBar.ShowAsync(
                    output, loaded.Name, show => ScenarioRun.RunAsync(loaded, options, show, cancel));
            return await WriteAsync(report, options, common.Json(parsed), output);
        });
        return command;
    }

    private static async Task<int> WriteAsync(RunReport report, RunOptions options, bool json, TextWriter output)
    {
        await output.WriteLineAsync(json ? report.ToJson() : HumanReport.Of(report, RunLine.Of(options)));
        return report.Violations.Count > 0 ? ExitCode.Violated : ExitCode.Held;
    }

    private static async Task<int> SweepAsync(
        Scenario scenario, RunOptions options, long seeds, string? hashes, bool json, TextWriter output, CancellationToken cancel)
    {
        if (seeds < 1)
            throw new UsageException($"--seeds: {seeds} is out of range; it must be at least 1");
        if (!options.IsVirtual || options.Trace is not null || options.Timeline is not null)
            throw new UsageException("--seeds: goes with --mode virtual, and with neither --trace nor --timeline");
        if (hashes is not null && string.IsNullOrWhiteSpace(hashes))
            throw new UsageException("--hashes: the path is empty");
        var report = SeedSweep.Run(scenario, options, seeds, hashes, cancel);
        await output.WriteLineAsync(json ? report.ToJson() : report.ToText());
        return report.Violated > 0 ? ExitCode.Violated : ExitCode.Held;
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
