using System.Collections.Immutable;
using System.Globalization;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Values;

namespace Sim.Scenarios.Yaml;

/// <summary>Turns a tree that has passed the schema into a scenario. What is not written is the model's own default.</summary>
internal static class ScenarioReader
{
    public static Scenario Read(MapNode root)
    {
        var map = new MapReader(root);
        var policies = map.Texts("policies");
        if (policies.IsEmpty)
            policies = [.. KeySwitchPolicies.Names];
        var modes = map.Texts("modes");
        return new Scenario
        {
            Name = map.Text("name")!,
            Summary = map.Text("summary")!,
            Policies = policies,
            Modes = modes.IsEmpty ? [.. RunModes.Names] : modes,
            Device = Device(map.Map("device"), policies),
            Sessions = [.. map.Maps("sessions").Select(Session)],
            Faults = [.. map.Maps("faults").Select(Fault)],
            Explore = Explore(map.Map("explore")),
            Expect = Expect(map.Map("expect")),
        };
    }

    private static DeviceSpec Device(MapReader map, ImmutableArray<string> policies)
    {
        var defaults = new DeviceSpec();
        return new DeviceSpec
        {
            Profile = map.Text("profile") ?? defaults.Profile,
            Engines = map.Int("engines") ?? defaults.Engines,
            KeySlots = map.Int("keySlots") ?? defaults.KeySlots,
            Policy = map.Text("policy") ?? (policies.Contains(defaults.Policy) ? defaults.Policy : policies[0]),
            Jobs = map.Int("jobs"),
            Watchdog = Time(map, "watchdog") ?? defaults.Watchdog,
            EngineRestarts = map.Int("engineRestarts") ?? defaults.EngineRestarts,
            Resets = map.Int("resets") ?? defaults.Resets,
            HardwareDepth = map.Int("hardwareDepth") ?? defaults.HardwareDepth,
            UnfitEngines = map.Int("unfitEngines") ?? defaults.UnfitEngines,
        };
    }

    private static SessionSpec Session(MapReader map)
    {
        var session = new SessionSpec { Name = map.Text("name")!, Jobs = Jobs(map.Map("jobs")) };
        return session with
        {
            Count = map.Int("count") ?? session.Count,
            Window = map.Int("window") ?? session.Window,
            RatePerSecond = map.Text("rate") is { } rate ? Rate.Read(rate).Value : null,
            Refresh = Refresh(map.Map("refresh")),
            Script = Script(map.Texts("script")),
            Negotiated = map.Flag("negotiated") ?? session.Negotiated,
            Reopen = map.Flag("reopen") ?? session.Reopen,
            Priority = map.Text("priority") is { } priority ? SessionPriorities.Of(priority) : session.Priority,
            Limits = Limits(map.Map("limits")),
        };
    }

    private static JobSpec Jobs(MapReader map)
    {
        var jobs = new JobSpec { Count = map.Long("count"), For = Time(map, "for"), Pattern = Pattern(map.Map("pattern")) };
        var size = map.Text("size") is { } text ? SizeRange.Read(text).Value : new SizeRange(jobs.SizeMin, jobs.SizeMax);
        return jobs with
        {
            SizeMin = (int)size.Min,
            SizeMax = (int)size.Max,
            ContentKey = map.Flag("contentKey") ?? jobs.ContentKey,
            Engine = map.Int("engine"),
            Parts = map.Int("parts") ?? jobs.Parts,
        };
    }

    private static EncryptedBlockInfo? Pattern(MapReader map) => map.Exists
        ? new EncryptedBlockInfo((uint)(map.Long("beginning") ?? 0), (uint)(map.Long("skip") ?? 0), (uint)(map.Long("encrypt") ?? 0))
        : null;

    private static RefreshSpec? Refresh(MapReader map)
    {
        if (!map.Exists)
            return null;
        var pace = Pace.Read(map.Text("every")!).Value;
        var refresh = new RefreshSpec { EveryJobs = pace.Jobs, EveryTime = pace.Time };
        return refresh with
        {
            Starts = map.Int("starts") ?? refresh.Starts,
            Finishes = map.Int("finishes") ?? refresh.Finishes,
            Chain = map.Int("chain") ?? refresh.Chain,
        };
    }

    private static ScriptSpec? Script(ImmutableArray<string> commands) =>
        commands.IsEmpty ? null : new ScriptSpec { Commands = [.. commands.Select(text => ScriptText.Read(text).Value)] };

    private static SessionLimits? Limits(MapReader map) =>
        map.Exists ? new SessionLimits(map.Int("jobs")!.Value, map.Int("pendingRefreshes")!.Value) : null;

    private static FaultSpec Fault(MapReader map) => new()
    {
        Action = FaultKeys.All.Single(key => map.Text(key.Key) is not null).Action,
        Duration = (map.Text("hang") ?? map.Text("slow") ?? map.Text("suspend")) is { } text ? Duration.ReadOrForever(text).Value : default,
        Engine = map.Int("engine"),
        Session = map.Text("session"),
        Device = map.Flag("device") ?? false,
        At = Time(map, "at"),
        Job = map.Long("job"),
        Start = map.Int("start"),
        Finish = map.Int("finish"),
        Chance = map.Text("chance") is { } chance ? ReadChance(chance) : null,
        Times = map.Int("times"),
    };

    private static double ReadChance(string text) => text.Contains('/', StringComparison.Ordinal)
        ? Chance.Read(text).Value
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ExploreSpec Explore(MapReader map)
    {
        var defaults = new ExploreSpec();
        return new ExploreSpec
        {
            Crashes = map.Int("crashes") ?? defaults.Crashes,
            Hangs = map.Int("hangs") ?? defaults.Hangs,
            KeyLosses = map.Int("keyLosses") ?? defaults.KeyLosses,
            Closes = map.Int("closes") ?? defaults.Closes,
            Teardowns = map.Int("teardowns") ?? defaults.Teardowns,
            Suspends = map.Int("suspends") ?? defaults.Suspends,
            JobSize = map.Text("jobSize") is { } size ? (int)SizeRange.ReadOne(size).Value : defaults.JobSize,
        };
    }

    private static Expectations Expect(MapReader map) => new()
    {
        Sometimes = map.Texts("sometimes"),
        Off = map.Texts("off"),
        Metrics = [.. map.Map("metrics").Entries().Select(entry => MetricBound.Parse(entry.Key, entry.Text))],
    };

    private static TimeSpan? Time(MapReader map, string key) => map.Text(key) is { } text ? Duration.Read(text).Value : null;
}
