using System.CommandLine;
using Sim.Actors.Engines;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Commands;

/// <summary>The options that several verbs have, each read and checked in one way.</summary>
/// <param name="scenario">True: what is not given is as the scenario says.</param>
public sealed class CommonOptions(bool scenario)
{
    private readonly Option<string?> _policy = new("--policy")
    {
        Description = $"Key-switch policy: {string.Join(", ", PolicyCatalog.Names)}. Default: {Default(scenario, "slots")}.",
        HelpName = "NAME",
    };

    private readonly Option<int?> _engines = new("--engines")
    {
        Description = $"Engines in the pool. Default: {Default(scenario, "4")}.",
        HelpName = "N",
    };

    private readonly Option<int?> _refreshEvery = new("--refresh-every")
    {
        Description = $"Refresh the session key after every N jobs; 0: never. Default: {Default(scenario, "25")}.",
        HelpName = "N",
    };

    private readonly Option<string?> _mode = new("--mode")
    {
        Description = "parallel: real threads and real time; virtual: one thread, virtual time, and the same run each time. Default: "
            + $"{(scenario ? "virtual, unless the scenario is for parallel alone" : "parallel")}.",
        HelpName = "MODE",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of everything that is drawn: keys, random numbers, sizes.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _sessionKey = new("--session-key")
    {
        Description = "The first key of every session, for outside checkers of the trace.",
        HelpName = "HEX32",
    };

    private readonly Option<string?> _trace = new("--trace") { Description = "Write the trace here, as JSON Lines.", HelpName = "FILE.jsonl" };

    private readonly Option<string?> _timeline = new("--timeline")
    {
        Description = "Write a timeline to look at here, for Perfetto or chrome://tracing.",
        HelpName = "FILE.json",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object and nothing else." };

    /// <summary>Adds all of them to a verb, in the order in which its help shows them.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _policy, _engines, _refreshEvery, _mode, _seed, _sessionKey, _trace, _timeline, _json })
            command.Add(option);
    }

    /// <summary>Adds those that mean something where there are many runs.</summary>
    public void AddForExploringTo(Command command)
    {
        foreach (Option option in new Option[] { _policy, _engines, _refreshEvery, _seed, _json })
            command.Add(option);
    }

    /// <summary>What differs from a scenario: for verbs that have one.</summary>
    public static Option<string[]> Set() => new("--set")
    {
        Description = "What differs from the scenario. May be given several times.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Key-switch policy; null: not given.</summary>
    public string? Policy(ParseResult parsed) => parsed.GetValue(_policy);

    /// <summary>Engines in the pool; null: not given.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public int? Engines(ParseResult parsed) => Within(parsed.GetValue(_engines), "--engines", 1, EnginePoolSettings.MaxEngines);

    /// <summary>Jobs from one refresh to the next; null: not given.</summary>
    /// <exception cref="UsageException">Out of range.</exception>
    public int? RefreshEvery(ParseResult parsed) => Within(parsed.GetValue(_refreshEvery), "--refresh-every", 0, int.MaxValue);

    /// <summary>Seed of the run.</summary>
    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The first session key; null: not given.</summary>
    public string? SessionKey(ParseResult parsed) => parsed.GetValue(_sessionKey);

    /// <summary>Where the trace goes; null: nowhere.</summary>
    public string? Trace(ParseResult parsed) => parsed.GetValue(_trace);

    /// <summary>Where the timeline goes; null: nowhere.</summary>
    public string? Timeline(ParseResult parsed) => parsed.GetValue(_timeline);

    /// <summary>Whether the report is JSON.</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether the run is to be in virtual mode; null: not given.</summary>
    /// <exception cref="UsageException">There is no such mode.</exception>
    public bool? IsVirtual(ParseResult parsed) => parsed.GetValue(_mode) switch
    {
        null => null,
        RunModes.Parallel => false,
        RunModes.Virtual => true,
        var mode => throw new UsageException($"--mode: there is no mode '{mode}'; there are {string.Join(" and ", RunModes.Names)}"),
    };

    private static string Default(bool scenario, string otherwise) => scenario ? "as the scenario says" : otherwise;

    private static int? Within(int? value, string option, int min, int max) =>
        value is null || (value >= min && value <= max)
            ? value
            : throw new UsageException($"{option}: {value} is out of range; it must be {min} to {max}");
}
