using Akka.Actor;
using FsCheck;
using FsCheck.Fluent;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Simulation.Schedules;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>Scripts on a whole device.</summary>
public sealed class ScriptRunTests
{
    private const string Refreshing = "4 jobs, start, finish, 4 jobs, start, finish, finish, 4 jobs, start, start, finish, job";

    private static readonly Gen<string> Command = Gen.Frequency(
        (6, Gen.Constant("job")), (2, Gen.Constant("3 jobs")), (3, Gen.Constant("start")), (4, Gen.Constant("finish")),
        (3, Gen.Elements("renegotiate", "reuseIv", "wrapCounter", "staleWrap")), (1, Gen.Elements("loseKey", "close")));

    private static readonly Gen<SessionSpec> Session =
        from commands in Command.NonEmptyListOf()
        from count in Gen.Choose(1, 3)
        from window in Gen.Choose(1, 8)
        from contentKey in Gen.Elements(true, false)
        from negotiated in Gen.Elements(true, false)
        from limits in Gen.Elements(null, new SessionLimits(1, 1), new SessionLimits(3, 2))
        select Loads.Script(string.Join(", ", commands)) with
        {
            Count = count,
            Window = window,
            Jobs = new JobSpec { SizeMin = 0, SizeMax = 100, ContentKey = contentKey },
            Negotiated = negotiated,
            Limits = limits,
        };

    private static readonly Gen<ExploreSpec> Explore =
        from crashes in Gen.Choose(0, 2)
        from hangs in Gen.Choose(0, 2)
        from keyLosses in Gen.Choose(0, 1)
        from closes in Gen.Choose(0, 1)
        from teardowns in Gen.Choose(0, 1)
        from suspends in Gen.Choose(0, 1)
        from none in Gen.Elements(true, false)
        select none
            ? new ExploreSpec()
            : new ExploreSpec
            {
                Crashes = crashes,
                Hangs = hangs,
                KeyLosses = keyLosses,
                Closes = closes,
                Teardowns = teardowns,
                Suspends = suspends,
            };

    public static TheoryData<string> Policies => [.. KeySwitchPolicies.Names];

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Script_holds_on_real_threads(string policy)
    {
        var report = await Loads.Run(Loads.Of(Loads.Script(Refreshing) with { Count = 20 }), policy);

        Assert.Empty(report.Violations);
        Assert.Equal((20 * 13, 20 * 3, 20 * 2), (report.Completed, report.Refreshes, report.Misuse));
    }

    [Theory]
    [InlineData(Timing.Model)]
    [InlineData(Timing.Any)]
    public void Any_script_holds_in_any_order_whatever_strikes_it(Timing timing)
    {
        var run =
            from sessions in Gen.Choose(1, 2).SelectMany(count => Session.ListOf(count))
            from policy in Gen.Elements(KeySwitchPolicies.Names.ToArray())
            from engines in Gen.Choose(1, 3)
            from slots in Gen.Choose(1, 3)
            from seed in Gen.Choose(0, int.MaxValue)
            from explore in Explore
            let scenario = Loads.Of([.. sessions.Select((session, index) => session with { Name = $"s{index}" })]) with
            {
                Device = new DeviceSpec { Engines = engines, KeySlots = slots },
                Explore = explore,
            }
            select (scenario, policy, seed);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
            Arb.From(run),
            drawn => Assert.Null(Loads.Explore(drawn.scenario, drawn.policy, timing, schedules: 5, (ulong)drawn.seed))));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Load_holds_whatever_strikes_it(string policy)
    {
        var load = Loads.Of(Loads.Sessions(2, 30) with { Window = 6, Refresh = new RefreshSpec { EveryJobs = 5 } }) with
        {
            Explore = new ExploreSpec { Crashes = 1, Hangs = 1, KeyLosses = 1, Closes = 1 },
        };
        var meter = new RunMeter();

        Assert.Null(Loads.Explore(load, policy, Timing.Any, schedules: 100, seed: 1, meter));

        Assert.True(meter.Aborted > 100);
    }

    [Fact]
    public void Number_that_is_applied_twice_is_caught() =>
        Assert.Equal(nameof(EpochAtSubmission), Loads.Explore(Loads.Of(Loads.Script(Refreshing)), "broken-nonce-not-cleared", Timing.Any, schedules: 10)!.Property);

    [Fact]
    public void Each_command_is_a_step_of_its_own()
    {
        var driver = new SeededDriver();
        List<object> sent = [];
        var session = driver.Start((message, _) => sent.Add(message));
        var device = driver.Start((_, self) => self.Sender.Tell(new Device.SessionCreated(0, session)));
        var owner = driver.Start((_, _) => { });
        var spec = Loads.Script("2 jobs, start, finish, job");
        var run = new LoadRun(
            device, new RunTrace(() => TimeSpan.Zero, []), new LoadStock(new JobContent(1, 64), new JobBuffers(1 << 20), 1, seed: 1, default));
        var client = driver.System.ActorOf(LoadClient.Props(new LoadClient.Setup(run, new LoadGroup(spec, [], first: 0), 0, owner)));
        driver.Settle();
        client.Tell(new CryptoSession.KeyExchanged(0, DdiStatus.Ok));
        client.Tell(new LoadClient.Begin(TimeSpan.Zero));
        sent.Clear();

        List<int> atEachStep = [];
        while (driver.World.Ready.ToArray().FirstOrDefault(inbox => client.Equals(inbox.Owner)) is { } inbox)
        {
            driver.Step(inbox);
            foreach (var other in driver.World.Ready.ToArray())
            {
                if (session.Equals(other.Owner))
                    driver.Step(other);
            }

            atEachStep.Add(sent.Count);
        }

        // The key, the beginning, and one step for each command up to the finish, which waits for its number.
        Assert.Equal([0, 0, 1, 2, 3], atEachStep);
        Assert.Equal([typeof(DecryptionBlt), typeof(DecryptionBlt), typeof(CryptoSession.BeginSessionKeyRefresh)], sent.Select(message => message.GetType()));
    }
}
