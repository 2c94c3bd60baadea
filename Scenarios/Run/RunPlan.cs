using System.Collections.Immutable;
using Akka.Configuration;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;

namespace Sim.Scenarios.Run;

/// <summary>What a scenario comes to under the options of one run.</summary>
public sealed class RunPlan
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(365);

    private RunPlan(Scenario scenario, RunOptions options, bool inVirtualTime)
    {
        var all = SimSettings.Create(Config.Empty, options.Seed);
        var settings = all.Device;
        (Scenario, Seed) = (scenario, options.Seed);
        RequireMode(scenario, inVirtualTime ? RunModes.Virtual : RunModes.Parallel);
        Policy = PolicyOf(scenario, options.Policy);
        Groups = GroupsOf(scenario, settings.Session);
        SessionKey = options.SessionKey is { } hex ? SessionKeyOption.Parse(hex) : default;
        Clients = ClientsOf(scenario);
        DeviceFaults = [.. scenario.Faults.Where(fault => FaultSpec.TargetOf(fault.Action) == FaultTarget.Device)];
        var rules = RulesOf(scenario);
        Device = settings with
        {
            Pool = settings.Pool with
            {
                Engines = scenario.Device.Engines,
                Spec = inVirtualTime ? all.Engine : null,
                MaxRestarts = scenario.Device.EngineRestarts,
                Watchdog = scenario.Device.Watchdog,
                Resets = settings.Pool.Resets! with { Count = scenario.Device.Resets },
                HardwareDepth = scenario.Device.HardwareDepth,
                Unfit = UnfitOf(scenario.Device),
                Faults = rules.IsEmpty ? FaultPlan.None : new FaultPlan(rules, options.Seed),
            },
            KeySlots = scenario.Device.KeySlots,
            Jobs = JobsOf(scenario, settings.Session),
        };
        Patience = options.Patience + LongestWaitOf(scenario);
        CheckExpectations(scenario.Expect);
    }

    private RunPlan(RunPlan other, ulong seed)
    {
        (Scenario, Seed, Policy, Groups, SessionKey, Clients, Patience, DeviceFaults) =
            (other.Scenario, seed, other.Policy, other.Groups, other.SessionKey, other.Clients, other.Patience, other.DeviceFaults);
        var faults = other.Device.Pool.Faults;
        Device = other.Device with
        {
            Seed = seed,
            Pool = other.Device.Pool with { Faults = faults.Rules.IsEmpty ? faults : new FaultPlan(faults.Rules, seed) },
        };
    }

    /// <summary>Most sessions of one run.</summary>
    public const int MaxClients = 1_000_000;

    /// <summary>The scenario, with the options of the run in it.</summary>
    public Scenario Scenario { get; }

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>Name of its policy.</summary>
    public string Policy { get; }

    /// <summary>Its device.</summary>
    public DeviceSettings Device { get; }

    /// <summary>Its clients.</summary>
    public ImmutableArray<LoadGroup> Groups { get; }

    /// <summary>How many clients there are.</summary>
    public int Clients { get; }

    /// <summary>The largest job in bytes.</summary>
    public int SizeMax => Scenario.Sessions.Max(group => group.Jobs.SizeMax);

    /// <summary>The first key of every session; empty: drawn from the seed.</summary>
    public ReadOnlyMemory<byte> SessionKey { get; }

    /// <summary>What strikes the device.</summary>
    public ImmutableArray<FaultSpec> DeviceFaults { get; }

    /// <summary>
    /// True when a session may be gone though its client did nothing of the kind: the device may lose its keys, or be removed
    /// since its engines hang too often.
    /// </summary>
    public bool MayStrikeSessions =>
        Scenario.Faults.Any(fault => fault.Device || fault.Action is FaultAction.Hang or FaultAction.Wedge)
        || Groups.Any(group => group.Script.Any(action => action is ScriptAction.Teardown or ScriptAction.Suspend));

    /// <summary>How long nothing may happen before the run is given up.</summary>
    public TimeSpan Patience { get; }

    /// <summary>Which run it is, in a mode of <see cref="RunModes"/>.</summary>
    public RunIdentity IdentityIn(string mode) => new(Scenario.Name, mode, Policy, Device.Pool.Engines, Seed);

    /// <summary>The same plan with another seed.</summary>
    public RunPlan With(ulong seed) => new(this, seed);

    /// <summary>Makes the plan.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="inVirtualTime">Whether work takes modelled time; else it takes the time it takes.</param>
    /// <exception cref="UsageException">Scenario and options do not go together, or ask for the impossible.</exception>
    public static RunPlan Create(Scenario scenario, RunOptions options, bool inVirtualTime = false)
    {
        if (scenario.Sessions.IsEmpty)
            throw new UsageException("sessions: there are none");
        if (options.Engines is { } engines)
            scenario = scenario with { Device = scenario.Device with { Engines = engines } };
        if (options.RefreshEvery is { } every)
            scenario = scenario with { Sessions = [.. scenario.Sessions.Select(group => Refreshing(group, every))] };
        return new RunPlan(scenario, options, inVirtualTime);
    }

    private static SessionSpec Refreshing(SessionSpec group, int every)
    {
        if (group.Script is not null)
            throw new UsageException($"--refresh-every: sessions of {group.Name} have a script, and that says when they refresh");
        var refresh = (group.Refresh ?? new RefreshSpec()) with { EveryJobs = every, EveryTime = null };
        return group with { Refresh = every == 0 ? null : refresh };
    }

    // A policy that is wrong on purpose may be tried on everything.
    private static string PolicyOf(Scenario scenario, string? asked)
    {
        var policy = asked ?? scenario.Device.Policy;
        if (!PolicyCatalog.Names.Contains(policy))
            throw PolicyCatalog.Unknown(policy);
        if (KeySwitchPolicies.Names.Contains(policy) && !scenario.Policies.Contains(policy))
            throw new UsageException($"--policy: scenario '{scenario.Name}' is not for '{policy}', but for {string.Join(", ", scenario.Policies)}");
        return policy;
    }

    // Whoever explores has named no mode, so the line names no option.
    private static void RequireMode(Scenario scenario, string mode)
    {
        if (!scenario.Modes.Contains(mode))
            throw new UsageException($"scenario '{scenario.Name}' is not for mode '{mode}', but for {string.Join(", ", scenario.Modes)}");
    }

    private static int ClientsOf(Scenario scenario)
    {
        var clients = scenario.Sessions.Sum(group => (long)group.Count);
        return clients <= MaxClients
            ? (int)clients
            : throw new UsageException($"sessions: {clients} are too many; there may be {MaxClients}");
    }

    private static ImmutableArray<LoadGroup> GroupsOf(Scenario scenario, SessionLimits usual)
    {
        foreach (var fault in scenario.Faults)
        {
            if (fault.Session is { } name && !scenario.Sessions.Any(group => group.Name == name))
                throw new UsageException($"faults: there is no session group '{name}'");
        }

        var groups = ImmutableArray.CreateBuilder<LoadGroup>(scenario.Sessions.Length);
        var first = 0;
        foreach (var group in scenario.Sessions)
        {
            groups.Add(new LoadGroup(Ranked(group, usual), [.. scenario.Faults.Where(fault => fault.Session == group.Name)], first));
            first = (int)Math.Min((long)first + group.Count, int.MaxValue);
        }

        return groups.MoveToImmutable();
    }

    // A session asks for its priority together with its bounds.
    private static SessionSpec Ranked(SessionSpec group, SessionLimits usual) => group.Priority == SessionPriority.Normal
        ? group
        : group with { Limits = (group.Limits ?? usual) with { Priority = group.Priority } };

    private static ulong UnfitOf(DeviceSpec device)
    {
        if (device.UnfitEngines >= device.Engines)
            throw new UsageException($"device.unfitEngines: {device.UnfitEngines} of {device.Engines} engines leave none for protected jobs");
        return ((1UL << device.UnfitEngines) - 1) << (device.Engines - device.UnfitEngines);
    }

    private static ImmutableArray<EngineFaultRule> RulesOf(Scenario scenario)
    {
        var engines = scenario.Device.Engines;
        if (engines is < 1 or > EnginePoolSettings.MaxEngines)
            throw new UsageException($"--engines: {engines} is out of range; it must be 1 to {EnginePoolSettings.MaxEngines}");
        var rules = ImmutableArray.CreateBuilder<EngineFaultRule>();
        foreach (var fault in scenario.Faults)
        {
            if (fault.Engine is not { } engine)
                continue;
            if (engine < 0 || engine >= engines)
                throw new UsageException($"faults: there is no engine {engine}; the device has {engines}, from 0");
            var kind = fault.Action switch
            {
                FaultAction.Crash => EngineFaultKind.Crash,
                FaultAction.Hang => EngineFaultKind.Hang,
                FaultAction.Slow => EngineFaultKind.Slow,
                FaultAction.Wedge => EngineFaultKind.Wedge,
                _ => throw new UsageException($"faults: an engine cannot {fault.Action}"),
            };
            rules.Add(new EngineFaultRule(
                engine,
                new EngineFault(kind, kind == EngineFaultKind.Wedge ? TimeSpan.MaxValue : fault.Duration),
                fault.At,
                fault.Job,
                fault.Chance,
                fault.Times ?? (kind == EngineFaultKind.Slow ? null : 1)));
        }

        return rules.ToImmutable();
    }

    // Each session reserves its limit when it is created, and all of them are there before the load begins. One that is opened in
    // place of another may be there before the device has heard that the other is gone.
    private static int JobsOf(Scenario scenario, SessionLimits limits)
    {
        var needed = scenario.Sessions.Sum(group => (long)group.Count * (group.Limits ?? limits).Jobs);
        if (scenario.Device.Jobs is { } jobs && jobs < needed)
            throw new UsageException($"device.jobs: {jobs} is less than the {needed} that the limits of the sessions add up to");
        var opened = needed + scenario.Sessions
            .Where(group => group.Reopen || group.Script is { } script && script.Commands.Any(command => command.Action == ScriptAction.Reopen))
            .Sum(group => (long)group.Count * (group.Limits ?? limits).Jobs);
        return scenario.Device.Jobs ?? (int)Math.Min(opened, int.MaxValue);
    }

    // What hangs for longer than the watchdog is reset; what is slow for longer, too.
    private static TimeSpan LongestWaitOf(Scenario scenario)
    {
        var longest = scenario.Device.Watchdog;
        foreach (var fault in scenario.Faults)
        {
            if (fault.Device)
                longest = Longer(longest, Longer(fault.At ?? default, fault.Duration));
        }

        foreach (var group in scenario.Sessions)
        {
            if (group.RatePerSecond is { } rate)
                longest = Longer(longest, new ArrivalPace(rate, phase: 0).DueAt(1));
            longest = Longer(longest, group.Refresh?.EveryTime ?? default);
        }

        return longest < WaitMax ? longest : WaitMax;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static void CheckExpectations(Expectations expect)
    {
        foreach (var name in expect.Off.Concat(expect.Sometimes))
        {
            if (!PropertySet.Names.Contains(name))
                throw new UsageException($"expect: there is no property '{name}'; there are {string.Join(", ", PropertySet.Names)}");
        }

        foreach (var bound in expect.Metrics)
        {
            if (!MetricBounds.Names.Contains(bound.Metric))
                throw new UsageException($"expect: there is no metric '{bound.Metric}'; there are {string.Join(", ", MetricBounds.Names)}");
        }
    }
}
