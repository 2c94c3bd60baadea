using System.Collections.Immutable;
using System.Globalization;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Values;

namespace Sim.Scenarios.Yaml;

/// <summary>
/// Turns a scenario into the tree that a file of it would have. What has the model's default is left out. It writes what
/// the scenario says, even what no file may say, so that the schema can judge scenarios that were built in C#.
/// </summary>
internal sealed class ScenarioNodes
{
    private readonly Place _place;

    private ScenarioNodes(Place place) => _place = place;

    /// <summary>Makes the tree.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="place">The place of all nodes.</param>
    public static MapNode Of(Scenario scenario, Place place) => new ScenarioNodes(place).Root(scenario);

    private MapNode Root(Scenario scenario) => Map(
        ("sim", Number(1)),
        ("name", Text(scenario.Name)),
        ("summary", Text(scenario.Summary)),
        ("policies", scenario.Policies.SequenceEqual(KeySwitchPolicies.Names) ? null : List(scenario.Policies, Text)),
        ("modes", scenario.Modes.SequenceEqual(RunModes.Names) ? null : List(scenario.Modes, Text)),
        ("device", OrNone(Device(scenario))),
        ("sessions", List(scenario.Sessions, Session)),
        ("faults", scenario.Faults.IsEmpty ? null : List(scenario.Faults, Fault)),
        ("explore", OrNone(Explore(scenario.Explore))),
        ("expect", OrNone(Expect(scenario.Expect))));

    private MapNode Device(Scenario scenario)
    {
        var (device, defaults) = (scenario.Device, new DeviceSpec());
        var policy = scenario.Policies.Contains(defaults.Policy) ? defaults.Policy : scenario.Policies.FirstOrDefault();
        return Map(
            ("profile", Unless(device.Profile, defaults.Profile, Text)),
            ("engines", Unless(device.Engines, defaults.Engines, Number)),
            ("keySlots", Unless(device.KeySlots, defaults.KeySlots, Number)),
            ("policy", device.Policy == policy ? null : Text(device.Policy)),
            ("jobs", Maybe(device.Jobs)),
            ("watchdog", Unless(device.Watchdog, defaults.Watchdog, Time)),
            ("engineRestarts", Unless(device.EngineRestarts, defaults.EngineRestarts, Number)),
            ("resets", Unless(device.Resets, defaults.Resets, Number)),
            ("hardwareDepth", Unless(device.HardwareDepth, defaults.HardwareDepth, Number)),
            ("unfitEngines", Unless(device.UnfitEngines, defaults.UnfitEngines, Number)));
    }

    private MapNode Session(SessionSpec session)
    {
        var defaults = new SessionSpec { Name = "", Jobs = new JobSpec() };
        return Map(
            ("name", Text(session.Name)),
            ("count", Unless(session.Count, defaults.Count, Number)),
            ("window", Unless(session.Window, defaults.Window, Number)),
            ("rate", session.RatePerSecond is { } rate ? Text(Rate.Write(rate)) : null),
            ("jobs", Jobs(session.Jobs)),
            ("refresh", session.Refresh is { } refresh ? Refresh(refresh) : null),
            ("script", session.Script is { } script ? List(script.Commands, command => Text(ScriptText.Write(command))) : null),
            ("negotiated", session.Negotiated == defaults.Negotiated ? null : Plain("true")),
            ("reopen", session.Reopen == defaults.Reopen ? null : Plain("true")),
            ("priority", Unless(session.Priority, defaults.Priority, priority => Text(SessionPriorities.NameOf(priority)))),
            ("limits", session.Limits is { } limits
                ? Map(("jobs", Number(limits.Jobs)), ("pendingRefreshes", Number(limits.PendingRefreshes)))
                : null));
    }

    private MapNode Jobs(JobSpec jobs)
    {
        var defaults = new JobSpec();
        var size = new SizeRange(jobs.SizeMin, jobs.SizeMax);
        return Map(
            ("count", Maybe(jobs.Count)),
            ("for", Maybe(jobs.For)),
            ("size", Unless(size, new SizeRange(defaults.SizeMin, defaults.SizeMax), range => Text(range.Write()))),
            ("contentKey", jobs.ContentKey == defaults.ContentKey ? null : Plain("false")),
            ("engine", Maybe(jobs.Engine)),
            ("parts", Unless(jobs.Parts, defaults.Parts, Number)),
            ("pattern", jobs.Pattern is { } pattern
                ? Map(
                    ("beginning", Number(pattern.NumEncryptedBytesAtBeginning)),
                    ("skip", Number(pattern.NumBytesInSkipPattern)),
                    ("encrypt", Number(pattern.NumBytesInEncryptPattern)))
                : null));
    }

    private MapNode Refresh(RefreshSpec refresh)
    {
        var defaults = new RefreshSpec();
        return Map(
            ("every", Every(refresh)),
            ("starts", Unless(refresh.Starts, defaults.Starts, Number)),
            ("finishes", Unless(refresh.Finishes, defaults.Finishes, Number)),
            ("chain", Unless(refresh.Chain, defaults.Chain, Number)));
    }

    // Two paces at once are nothing that a file could say; the text of both is what the schema refuses.
    private ScalarNode? Every(RefreshSpec refresh) => (refresh.EveryJobs, refresh.EveryTime) switch
    {
        (null, null) => null,
        (not null, not null) => Text($"{refresh.EveryJobs} jobs and {Duration.Write(refresh.EveryTime.Value)}"),
        _ => Text(new Pace(refresh.EveryJobs, refresh.EveryTime).Write()),
    };

    private MapNode Fault(FaultSpec fault) => Map(
        ("at", Maybe(fault.At)),
        ("job", Maybe(fault.Job)),
        ("start", Maybe(fault.Start)),
        ("finish", Maybe(fault.Finish)),
        ("chance", fault.Chance is { } chance ? Plain(PlainNumber.Write(chance)) : null),
        ("engine", Maybe(fault.Engine)),
        ("session", fault.Session is { } session ? Text(session) : null),
        ("device", fault.Device ? Plain("true") : null),
        (FaultKeys.Of(fault.Action), FaultSpec.HasDuration(fault.Action) ? Time(fault.Duration) : Plain("true")),
        ("times", Maybe(fault.Times)));

    private MapNode Explore(ExploreSpec explore)
    {
        var defaults = new ExploreSpec();
        return Map(
            ("crashes", Unless(explore.Crashes, defaults.Crashes, Number)),
            ("hangs", Unless(explore.Hangs, defaults.Hangs, Number)),
            ("keyLosses", Unless(explore.KeyLosses, defaults.KeyLosses, Number)),
            ("closes", Unless(explore.Closes, defaults.Closes, Number)),
            ("teardowns", Unless(explore.Teardowns, defaults.Teardowns, Number)),
            ("suspends", Unless(explore.Suspends, defaults.Suspends, Number)),
            ("jobSize", explore.JobSize is { } size ? Text(new SizeRange(size, size).Write()) : null));
    }

    private MapNode Expect(Expectations expect) => Map(
        ("sometimes", expect.Sometimes.IsEmpty ? null : List(expect.Sometimes, Text)),
        ("off", expect.Off.IsEmpty ? null : List(expect.Off, Text)),
        ("metrics", expect.Metrics.IsEmpty
            ? null
            : Map([.. expect.Metrics.Select(bound => (bound.Metric, (Node?)new ScalarNode(_place, bound.ToText(), quoted: true)))])));

    private MapNode Map(params ReadOnlySpan<(string Key, Node? Value)> entries)
    {
        var present = ImmutableArray.CreateBuilder<MapEntry>();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
                present.Add(new MapEntry(key, _place, value));
        }

        return new MapNode(_place, present.DrainToImmutable());
    }

    private ListNode List<T>(ImmutableArray<T> items, Func<T, Node> node) => new(_place, [.. items.Select(node)]);

    private static MapNode? OrNone(MapNode map) => map.Entries.IsEmpty ? null : map;

    private static Node? Unless<T>(T value, T usual, Func<T, Node> node) =>
        EqualityComparer<T>.Default.Equals(value, usual) ? null : node(value);

    private ScalarNode? Maybe(long? number) => number is { } value ? Number(value) : null;

    private ScalarNode? Maybe(TimeSpan? time) => time is { } value ? Time(value) : null;

    private ScalarNode Number(int number) => Number((long)number);

    private ScalarNode Number(long number) => Plain(number.ToString(CultureInfo.InvariantCulture));

    private ScalarNode Time(TimeSpan time) => Text(Duration.Write(time));

    private ScalarNode Plain(string text) => new(_place, text, quoted: false);

    private ScalarNode Text(string text) => new(_place, text, quoted: !PlainScalar.Suits(text));
}
