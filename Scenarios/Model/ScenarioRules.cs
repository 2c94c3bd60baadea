using System.Globalization;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Yaml;

namespace Sim.Scenarios.Model;

/// <summary>
/// The rules between parts of a scenario. What one key alone may be stands in Scenario.schema.json; YAML files and
/// <see cref="ScenarioBuilder"/> are held to both.
/// </summary>
public static class ScenarioRules
{
    private const int MaxSessions = 100_000;
    private const int MaxDeviceJobs = 1 << 24;
    private const long MaxScriptBytes = 512L << 20;

    /// <summary>The violations, in the order of the scenario's parts.</summary>
    public static IEnumerable<RuleViolation> Violations(Scenario scenario) =>
    [
        .. OfPolicies(scenario),
        .. OfDevice(scenario),
        .. OfScriptMemory(scenario),
        .. scenario.Sessions.SelectMany((session, index) => OfSession(scenario, session, index)),
        .. scenario.Faults.SelectMany((fault, index) => OfFault(scenario, fault, $"faults.{Text(index)}")),
        .. OfExpectations(scenario.Expect),
    ];

    private static IEnumerable<RuleViolation> OfPolicies(Scenario scenario)
    {
        if (!scenario.Policies.Contains(scenario.Device.Policy))
        {
            yield return new RuleViolation(
                "device.policy", $"{scenario.Device.Policy} is not among the policies of the scenario: {string.Join(", ", scenario.Policies)}");
        }
    }

    private static IEnumerable<RuleViolation> OfDevice(Scenario scenario)
    {
        if (scenario.Device.UnfitEngines >= scenario.Device.Engines)
            yield return new RuleViolation("device.unfitEngines", $"{Text(scenario.Device.UnfitEngines)} are all engines, and one must hold protected jobs");
        var sessions = scenario.Sessions.Sum(session => (long)session.Count);
        if (sessions > MaxSessions)
            yield return new RuleViolation("sessions", $"{Text(sessions)} sessions in all; at most {Text(MaxSessions)} are allowed");
        var defaults = new Lazy<int>(DefaultSessionJobs);
        var room = scenario.Sessions.Sum(session => session.Count * (long)(session.Limits?.Jobs ?? defaults.Value));
        if (room > MaxDeviceJobs)
        {
            yield return new RuleViolation(
                "sessions", $"the limits of all sessions add up to {Text(room)} jobs; a device has room for {Text(MaxDeviceJobs)}: lower limits.jobs");
        }
        else if (scenario.Device.Jobs < room)
        {
            yield return new RuleViolation(
                "device.jobs", $"{Text(scenario.Device.Jobs.Value)} is less than the {Text(room)} that the limits of all sessions add up to");
        }
    }

    // A script waits for nothing but what its commands wait for, and so never for memory.
    private static IEnumerable<RuleViolation> OfScriptMemory(Scenario scenario)
    {
        var bytes = scenario.Sessions.Sum(session => session.Script is { } script
            ? (decimal)session.Count * Math.Min(session.Window, script.Jobs) * session.Jobs.SizeMax
            : 0);
        if (bytes > MaxScriptBytes)
        {
            yield return new RuleViolation(
                "sessions",
                "the jobs that scripts keep in flight are more than "
                + $"{Text(MaxScriptBytes >> 20)} MiB: lower window or jobs.size of sessions with a script");
        }
    }

    private static IEnumerable<RuleViolation> OfSession(Scenario scenario, SessionSpec session, int index)
    {
        var path = $"sessions.{Text(index)}";
        if (scenario.Sessions.Take(index).Any(other => other.Name == session.Name))
            yield return new RuleViolation($"{path}.name", $"there is a session group '{session.Name}' already");
        if (session.Priority != SessionPriority.Normal && scenario.Modes.Contains(RunModes.Parallel))
        {
            yield return new RuleViolation(
                $"{path}.priority", "engines keep priorities in virtual time alone: the scenario needs modes: [virtual]");
        }

        if (session.Refresh is { Starts: 0, Finishes: 0 })
            yield return new RuleViolation($"{path}.refresh", "a refresh without Start and Finish is none; leave it out");
        if (session.Jobs.SizeMin > session.Jobs.SizeMax)
            yield return new RuleViolation($"{path}.jobs.size", "the smallest size is above the largest");
        if (session.Jobs.Parts > 1 && (session.Jobs.Pattern is not null || session.Script is not null))
            yield return new RuleViolation($"{path}.jobs.parts", $"jobs with a {(session.Script is null ? "pattern" : "script")} are not split");
        if (session.Jobs.Engine >= scenario.Device.Engines)
        {
            yield return new RuleViolation(
                $"{path}.jobs.engine",
                $"there is no engine {Text(session.Jobs.Engine.Value)}; the device has {Text(scenario.Device.Engines)}, the first is 0");
        }

        if (session.Script is { } script)
        {
            if (session.Jobs is { Count: not null } or { For: not null })
                yield return new RuleViolation($"{path}.jobs.{(session.Jobs.For is null ? "count" : "for")}", "the script says which jobs there are");
            if (!session.Jobs.ContentKey && script.Commands.Any(command => command.Action == ScriptAction.StaleWrap))
                yield return new RuleViolation($"{path}.script", "staleWrap needs jobs.contentKey: there is no wrapped key to be stale");
            if (session.Jobs.Engine is null && script.Commands.Any(command => command.Action == ScriptAction.WaitFence))
                yield return new RuleViolation($"{path}.script", "waitFence needs jobs.engine: each engine has a fence of its own");
            if (script.Length > ScriptSpec.MaxLength)
                yield return new RuleViolation($"{path}.script", $"{Text(script.Length)} commands, each job being one; at most {Text(ScriptSpec.MaxLength)} are allowed");
        }
        else if (session.Jobs is { Count: null, For: null })
        {
            yield return new RuleViolation($"{path}.jobs", "one of count, for is missing");
        }
    }

    private static IEnumerable<RuleViolation> OfFault(Scenario scenario, FaultSpec fault, string path)
    {
        var target = FaultSpec.TargetOf(fault.Action);
        foreach (var violation in OfTrigger(fault, target, path))
            yield return violation;
        if (!FaultSpec.HasDuration(fault.Action) && fault.Duration != default)
            yield return new RuleViolation(path, $"{FaultKeys.Of(fault.Action)} has no duration");
        var atTarget = target switch
        {
            FaultTarget.Engine => AtEngine(scenario, fault, path),
            FaultTarget.Session => AtSession(scenario, fault, path),
            _ => AtDevice(fault, path),
        };
        foreach (var violation in atTarget)
            yield return violation;
    }

    private static IEnumerable<RuleViolation> OfTrigger(FaultSpec fault, FaultTarget target, string path)
    {
        var (atEngine, atSession) = (target == FaultTarget.Engine, target == FaultTarget.Session);
        (string Key, bool Present, bool Fits)[] triggers =
        [
            ("at", fault.At is not null, true),
            ("job", fault.Job is not null, atEngine || atSession),
            ("start", fault.Start is not null, atSession),
            ("finish", fault.Finish is not null, atSession),
            ("chance", fault.Chance is not null, atEngine),
        ];
        var fitting = string.Join(", ", triggers.Where(trigger => trigger.Fits).Select(trigger => trigger.Key));
        switch (triggers.Where(trigger => trigger.Present).ToArray())
        {
            case [] when fault.Action != FaultAction.Slow:
                yield return new RuleViolation(path, $"nothing says when to {FaultKeys.Of(fault.Action)}: one of {fitting} is missing");
                break;
            case [_, var second, ..]:
                yield return new RuleViolation($"{path}.{second.Key}", $"a fault has one trigger, and this is the second; there are {fitting}");
                break;
            case [{ Fits: false } only]:
                yield return new RuleViolation($"{path}.{only.Key}", $"'{only.Key}' cannot trigger {FaultKeys.Of(fault.Action)}; there are {fitting}");
                break;
        }
    }

    private static IEnumerable<RuleViolation> AtEngine(Scenario scenario, FaultSpec fault, string path)
    {
        if (fault.Session is not null)
        {
            yield return new RuleViolation($"{path}.session", $"{FaultKeys.Of(fault.Action)} strikes an engine, not a session");
        }
        else if (fault.Device)
        {
            yield return new RuleViolation($"{path}.device", $"{FaultKeys.Of(fault.Action)} strikes an engine, not the device");
        }
        else if (fault.Engine >= scenario.Device.Engines)
        {
            yield return new RuleViolation(
                $"{path}.engine", $"there is no engine {Text(fault.Engine.Value)}; the device has {Text(scenario.Device.Engines)}, the first is 0");
        }
    }

    private static IEnumerable<RuleViolation> AtSession(Scenario scenario, FaultSpec fault, string path)
    {
        if (fault.Engine is not null)
            yield return new RuleViolation($"{path}.engine", $"{FaultKeys.Of(fault.Action)} strikes a session, not an engine");
        if (fault.Device)
            yield return new RuleViolation($"{path}.device", $"{FaultKeys.Of(fault.Action)} strikes a session, not the device");
        if (fault.Times is not null)
            yield return new RuleViolation($"{path}.times", $"{FaultKeys.Of(fault.Action)} strikes each session once");
        if (fault.Session is null)
            yield break;
        var group = scenario.Sessions.FirstOrDefault(session => session.Name == fault.Session);
        if (group is null)
        {
            yield return new RuleViolation(
                $"{path}.session",
                NearestName.Missing("session group", fault.Session, [.. scenario.Sessions.Select(session => session.Name)]));
            yield break;
        }

        if (group.Script is not null)
        {
            yield return new RuleViolation(
                $"{path}.session", $"sessions of {group.Name} have a script, and that says when to {FaultKeys.Of(fault.Action)}");
            yield break;
        }

        foreach (var (key, number, most) in Numbers(fault, group))
        {
            if (number > most)
                yield return new RuleViolation($"{path}.{key}", $"there is no {key} {Text(number.Value)}: a session of {group.Name} has at most {Text(most.Value)}");
        }
    }

    private static IEnumerable<RuleViolation> AtDevice(FaultSpec fault, string path)
    {
        if (fault.Engine is not null)
            yield return new RuleViolation($"{path}.engine", $"{FaultKeys.Of(fault.Action)} strikes the device, not an engine");
        if (fault.Session is not null)
            yield return new RuleViolation($"{path}.session", $"{FaultKeys.Of(fault.Action)} strikes the device, not a session");
        if (fault.Times is not null)
            yield return new RuleViolation($"{path}.times", $"{FaultKeys.Of(fault.Action)} strikes the device once");
    }

    private static IEnumerable<(string Key, long? Number, long? Most)> Numbers(FaultSpec fault, SessionSpec group) =>
    [
        ("job", fault.Job, group.Jobs.Count),
        // A Start that is refused is called again, so that there is no telling how many there are.
        ("start", fault.Start, group.Refresh is null or { Starts: 0 } ? 0 : null),
        ("finish", fault.Finish, MostFinishes(group)),
    ];

    // A refresh lies between two jobs, and so none behind the last. Null when time decides how many there are.
    private static long? MostFinishes(SessionSpec group) => group.Refresh switch
    {
        null or { Finishes: 0 } => 0,
        { EveryJobs: > 0 and var every } refresh => (group.Jobs.Count - 1) / every * refresh.Chain * refresh.Finishes,
        _ => null,
    };

    private static IEnumerable<RuleViolation> OfExpectations(Expectations expect)
    {
        for (var i = 0; i < expect.Sometimes.Length; i++)
        {
            if (expect.Off.Contains(expect.Sometimes[i]))
                yield return new RuleViolation($"expect.sometimes.{Text(i)}", $"{expect.Sometimes[i]} is off and cannot be reached");
        }

        foreach (var twice in expect.Metrics.GroupBy(bound => bound.Metric).Where(bounds => bounds.Count() > 1))
            yield return new RuleViolation($"expect.metrics.{twice.Key}", "has more than one bound");
    }

    private static int DefaultSessionJobs() => SimSettings.Create(ConfigurationFactory.Empty, seed: 0).Device.Session.Jobs;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
