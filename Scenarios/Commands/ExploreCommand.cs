using System.CommandLine;
using System.Globalization;
using Sim.Actors.Hosting;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Commands;

/// <summary><c>sim explore</c>.</summary>
public static class ExploreCommand
{
    private const int WorkersMax = 64;
    private const string Help =
        "Runs a scenario under many schedules, one message at a time on one thread, and judges each. A schedule that violates a property "
        + "is shrunk to what matters and saved; sim replay runs it again. In schedules jobs hold at most 64 bytes and sessions have their keys "
        + "from the beginning, unless --timing model keeps the scenario as it is.";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the report goes.</param>
    /// <param name="scenarios">Where scenarios are found.</param>
    public static Command Create(TextWriter output, IScenarioShelf scenarios)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = $"A name that sim list shows, a file, or {ExploredFanIn.SmallName}." };
        var set = CommonOptions.Set();
        var strategy = new Option<string>("--strategy")
        {
            Description = $"{string.Join(", ", StrategyCatalog.Forms)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "random",
        };
        var timing = new Option<string>("--timing")
        {
            Description = "any: what takes time may end before or after anything else; model: modelled durations hold.",
            HelpName = "TIMING",
            DefaultValueFactory = _ => "any",
        };
        var schedules = new Option<long?>("--schedules")
        {
            Description = $"Most schedules. Default: {ExploreOptions.DefaultSchedules}; without bound where --for or an exhaustive strategy gives one.",
            HelpName = "N",
        };
        var duration = new Option<string?>("--for") { Description = "How long to explore, for example 60s.", HelpName = "TIME" };
        var workers = new Option<int>("--workers") { Description = "Threads.", HelpName = "K", DefaultValueFactory = _ => 1 };
        var save = new Option<string?>("--save")
        {
            Description = "Where a failure is saved. Default: SCENARIO.POLICY.fail.json.",
            HelpName = "FAIL.json",
        };
        var common = new CommonOptions(scenario: true);
        var command = new Command("explore", Help) { scenario, set, strategy, timing, schedules, duration, workers, save };
        common.AddForExploringTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new ExploreOptions(new RunOptions
            {
                Scenario = parsed.GetValue(scenario)!,
                Sets = parsed.GetValue(set)!,
                Policy = common.Policy(parsed),
                Engines = common.Engines(parsed),
                RefreshEvery = common.RefreshEvery(parsed),
                Seed = common.Seed(parsed),
                IsVirtual = true,
            })
            {
                Strategy = parsed.GetValue(strategy)!,
                Timing = TimingOf(parsed.GetValue(timing)!),
                Schedules = AtLeastOne(parsed.GetValue(schedules), "--schedules"),
                For = DurationOf(parsed.GetValue(duration)),
                Workers = WorkersOf(parsed.GetValue(workers), parsed.GetValue(strategy)!),
                Save = SaveOf(parsed.GetValue(save)),
            };
            var report = common.Json(parsed) || options.Schedules is null
                ? Explore(options, scenarios, new ExplorationProgress(), cancel)
                : await RunProgressBar.ShowAsync(output, options.Run.Scenario, show => Task.Run(
                    () => Explore(options, scenarios, new ExplorationProgress(done => show(done, options.Schedules.Value)), cancel),
                    CancellationToken.None));
            await output.WriteLineAsync(common.Json(parsed) ? report.ToJson() : ExploreText.Of(report));
            return report.Violations.Count == 0 ? ExitCode.Held : ExitCode.Violated;
        });
        return command;
    }

    private static ExploreReport Explore(
        ExploreOptions options, IScenarioShelf scenarios, ExplorationProgress progress, CancellationToken cancel) =>
        options.Run.Scenario == ExploredFanIn.SmallName
            ? ScenarioExploration.RunFanIn(options, new WallClock(), progress, cancel)
            : ScenarioExploration.Run(
                scenarios.Load(options.Run.Scenario, options.Run.Sets), options, new WallClock(), progress, ExploreLine.Of(options), cancel);

    private static Timing TimingOf(string timing) => timing switch
    {
        "any" => Timing.Any,
        "model" => Timing.Model,
        _ => throw new UsageException($"--timing: there is no timing '{timing}'; there are any and model"),
    };

    private static long? AtLeastOne(long? value, string option) =>
        value is null or >= 1 ? value : throw new UsageException($"{option}: {value} is out of range; it must be at least 1");

    private static int WorkersOf(int workers, string strategy) => workers switch
    {
        < 1 or > WorkersMax => throw new UsageException($"--workers: {workers} is out of range; it must be 1 to {WorkersMax}"),
        > 1 when StrategyCatalog.IsExhaustive(strategy) => throw new UsageException("--workers: an exhaustive search has one"),
        _ => workers,
    };

    private static TimeSpan? DurationOf(string? text)
    {
        if (text is null)
            return null;
        return text.EndsWith('s')
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= 1e6
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"--for: '{text}' is no time in seconds, such as 60s");
    }

    private static string? SaveOf(string? save) =>
        save is null || !string.IsNullOrWhiteSpace(save) ? save : throw new UsageException("--save: the path is empty");
}
