using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>Generates scenarios that keep every rule.</summary>
internal static class AnyScenario
{
    private const int MaxJobs = 1000;

    private static readonly Gen<string> Summary =
        from text in ArbMap.Default.GeneratorFor<NonEmptyString>()
        from line in Gen.Elements("One line", "true", "12", "- a: [b", "'q' \"r\" \\ #x", "a\nb", " edge ", "\ttab", "é😀\u2028", "a: b", "null", "~", "%x", "@")
        from pick in Gen.Choose(0, 2)
        select pick == 0 && IsText(text.Get) ? text.Get : line;

    private static readonly Gen<TimeSpan> Time =
        from unit in Gen.Elements(1L, TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerSecond, TimeSpan.TicksPerMinute, TimeSpan.TicksPerHour)
        from count in Gen.Choose(1, 24)
        select new TimeSpan(unit * count);

    private static readonly Gen<int?> Some = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, MaxJobs).Select(number => (int?)number));

    private static readonly Gen<DeviceSpec> Device =
        from engines in Gen.Choose(1, 64)
        from keySlots in Gen.Choose(1, 1024)
        from room in Some
        from watchdog in Time
        from restarts in Gen.Choose(0, 1_000_000)
        from depth in Gen.Choose(1, 1024)
        select new DeviceSpec
        {
            Engines = engines,
            KeySlots = keySlots,
            Jobs = room is null ? null : 1 << 24,
            Watchdog = watchdog,
            EngineRestarts = restarts,
            HardwareDepth = depth,
        };

    private static readonly Gen<JobSpec> Jobs =
        from count in Some
        from time in Time
        from min in Gen.Choose(0, 1 << 20)
        from more in Gen.Elements(0, 0, 1, 1 << 20)
        from contentKey in Gen.Elements(true, false)
        from pattern in Gen.Elements<EncryptedBlockInfo?>(null, null, new EncryptedBlockInfo(16, 144, 32), new EncryptedBlockInfo(0, uint.MaxValue, 0))
        select new JobSpec
        {
            Count = count is null ? null : MaxJobs,
            For = count is null ? time : null,
            SizeMin = min,
            SizeMax = min + more,
            ContentKey = contentKey,
            Pattern = pattern,
        };

    private static readonly Gen<RefreshSpec?> Refresh =
        from jobs in Some
        from time in Time
        from starts in Gen.Choose(0, 16)
        from finishes in Gen.Choose(1, 16)
        from chain in Gen.Choose(1, 16)
        from none in Gen.Elements(true, false, false)
        select none
            ? null
            : new RefreshSpec { EveryJobs = jobs, EveryTime = jobs is null ? time : null, Starts = starts, Finishes = finishes, Chain = chain };

    private static readonly Gen<ScriptCommand> Command =
        from action in Gen.Elements(Enum.GetValues<ScriptAction>())
        from jobs in Gen.Choose(1, 20)
        select new ScriptCommand(action, action == ScriptAction.Job ? jobs : 1);

    private static readonly Gen<SessionSpec> Scripted =
        from count in Gen.Choose(1, 10)
        from commands in Command.NonEmptyListOf()
        from jobs in Jobs
        from negotiated in Gen.Elements(true, false)
        select new SessionSpec
        {
            Name = "",
            Count = count,
            Window = 1,
            Jobs = jobs with
            {
                Count = null,
                For = null,
                ContentKey = jobs.ContentKey || commands.Any(command => command.Action == ScriptAction.StaleWrap),
                Engine = commands.Any(command => command.Action == ScriptAction.WaitFence) ? 0 : null,
            },
            Script = new ScriptSpec { Commands = [.. commands] },
            Negotiated = negotiated,
        };

    private static readonly Gen<SessionSpec> Session =
        from count in Gen.Choose(1, 1000)
        from window in Gen.Choose(1, 1 << 20)
        from rate in Gen.Elements<double?>(null, 60, 1.0 / 3600, 0.1, 29.97, 24000.0 / 1001, 999_999.5)
        from jobs in Jobs
        from refresh in Refresh
        from negotiated in Gen.Elements(true, false)
        from reopen in Gen.Elements(true, false)
        from limits in Gen.Elements(null, new SessionLimits(1, 1), new SessionLimits(1000, 7))
        from priority in Gen.Elements(Enum.GetValues<SessionPriority>())
        select new SessionSpec { Name = "", Count = count, Window = window, RatePerSecond = rate, Jobs = jobs, Refresh = refresh, Negotiated = negotiated, Reopen = reopen, Priority = priority, Limits = limits };

    private static readonly Gen<ExploreSpec> Explore =
        from crashes in Gen.Choose(0, 16)
        from hangs in Gen.Choose(0, 16)
        from keyLosses in Gen.Choose(0, 16)
        from closes in Gen.Choose(0, 16)
        from teardowns in Gen.Choose(0, 16)
        from suspends in Gen.Choose(0, 16)
        from size in Some
        from none in Gen.Elements(true, false)
        select none
            ? new ExploreSpec()
            : new ExploreSpec { Crashes = crashes, Hangs = hangs, KeyLosses = keyLosses, Closes = closes, Teardowns = teardowns, Suspends = suspends, JobSize = size };

    private static readonly Gen<Expectations> Expect =
        from sometimes in Gen.Elements<ImmutableArray<string>>([], ["OldAndNewInFlight"])
        from off in Gen.Elements<ImmutableArray<string>>([], ["OneEnding", "BarrierOpens"])
        from metrics in Gen.SubListOf<string>(MetricCatalog.Names)
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from value in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Elements(1, 1e-3, 1e-6, 1e-9, 3e-7, 1e3)
        select new Expectations
        {
            Sometimes = sometimes,
            Off = off,
            Metrics = [.. metrics.Select(name => new MetricBound(name, comparison, MetricCatalog.KindOf(name) == MetricKind.Count ? value : value * scale))],
        };

    public static Gen<Scenario> Generator { get; } =
        from summary in Summary
        from policies in Gen.SubListOf<string>(KeySwitchPolicies.Names)
        from modes in Gen.SubListOf<string>(RunModes.Names)
        from device in Device
        from sessions in Session.NonEmptyListOf()
        from scripted in Scripted.ListOf()
        from faults in Fault(device.Engines, Math.Min(sessions.Count, 5)).ListOf()
        from explore in Explore
        from expect in Expect
        let isRanked = sessions.Take(5).Any(session => session.Priority != SessionPriority.Normal)
        let order = policies.Count == 0 ? KeySwitchPolicies.Names : policies
        select new Scenario
        {
            Name = "any-1",
            Summary = summary,
            Policies = [.. order],
            Modes = [.. isRanked ? [RunModes.Virtual] : modes.Count == 0 ? RunModes.Names : modes],
            Device = device with { Policy = order[^1] },
            Sessions =
            [
                .. sessions.Take(5).Select((session, index) => session with { Name = $"group-{index}" }),
                .. scripted.Take(5).Select((session, index) => session with { Name = $"script-{index}" }),
            ],
            Faults = [.. faults],
            Explore = explore,
            Expect = expect,
        };

    // Only triggers that every session can reach, so that no rule is broken.
    private static Gen<FaultSpec> Fault(int engines, int groups) =>
        from action in Gen.Elements(Enum.GetValues<FaultAction>())
        from engine in Gen.Choose(0, engines - 1)
        from session in Gen.Choose(0, groups - 1)
        from trigger in Gen.Choose(0, 2)
        from number in Gen.Choose(1, MaxJobs)
        from time in Time
        from endless in Gen.Elements(true, false)
        from chance in Gen.Elements(1.0, 0.5, 0.002, 1.0 / 3, 1e-9, 2.5e-5)
        from times in Some
        select Placed(action, engine, $"group-{session}") with
        {
            Duration = action switch
            {
                FaultAction.Hang when endless => TimeSpan.MaxValue,
                FaultAction.Hang or FaultAction.Slow or FaultAction.Suspend => time,
                _ => default,
            },
            At = trigger == 0 || FaultSpec.TargetOf(action) == FaultTarget.Device ? time - new TimeSpan(1) : null,
            Job = FaultSpec.TargetOf(action) switch
            {
                FaultTarget.Session => trigger > 0,
                FaultTarget.Engine => trigger == 1,
                _ => false,
            }
                ? number : null,
            Chance = trigger == 2 && action is FaultAction.Crash or FaultAction.Hang or FaultAction.Wedge ? chance : null,
            Times = FaultSpec.TargetOf(action) == FaultTarget.Engine ? times : null,
        };

    private static FaultSpec Placed(FaultAction action, int engine, string session) => FaultSpec.TargetOf(action) switch
    {
        FaultTarget.Session => new FaultSpec { Action = action, Session = session },
        FaultTarget.Engine => new FaultSpec { Action = action, Engine = engine },
        _ => new FaultSpec { Action = action, Device = true },
    };

    private static bool IsText(string text) => text.Length <= 2000 && ForbiddenCharacter.Find(text) < 0;
}
