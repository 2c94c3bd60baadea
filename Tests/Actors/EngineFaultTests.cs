using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>Engines that hang, crash or are slow, under a clock that the tests move.</summary>
public class EngineFaultTests : TestKit
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(2);

    public EngineFaultTests()
        : this(Config.Empty)
    {
    }

    protected EngineFaultTests(Config config)
        : base(ConfigurationFactory.ParseString("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"").WithFallback(config))
    {
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Slow_engine_does_its_jobs_late_and_in_order()
    {
        var engine = EngineWith(Rule(EngineFaultKind.Slow, TimeSpan.FromSeconds(1), times: null));
        for (var number = 1; number <= 3; number++)
            engine.Tell(Latched(number), TestActor);

        for (var number = 1; number <= 3; number++)
        {
            ExpectNoMsg(TimeSpan.Zero);
            Scheduler.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal((number, null), ExpectEnding());
        }

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Hang_that_ends_before_the_watchdog_completes_its_job_late()
    {
        var engine = EngineWith(Rule(EngineFaultKind.Hang, Watchdog - TimeSpan.FromTicks(1)));
        engine.Tell(Latched(1), TestActor);
        engine.Tell(Latched(2), TestActor);

        Scheduler.Advance(Watchdog - TimeSpan.FromTicks(2));
        ExpectNoMsg(TimeSpan.Zero);
        Scheduler.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((1, null), ExpectEnding());
        Assert.Equal((2, null), ExpectEnding());
        Scheduler.Advance(Watchdog);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Hung_engine_is_reset_by_its_watchdog_and_goes_on_with_what_waits_in_order()
    {
        var engine = EngineWith(Rule(EngineFaultKind.Hang, TimeSpan.MaxValue));
        for (var number = 1; number <= 4; number++)
            engine.Tell(Latched(number), TestActor);

        Scheduler.Advance(Watchdog - TimeSpan.FromTicks(1));
        ExpectNoMsg(TimeSpan.Zero);
        Scheduler.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((1, AbortReason.EngineHung), ExpectEnding());
        engine.Tell(Latched(5), TestActor);
        for (var number = 2; number <= 5; number++)
            Assert.Equal((number, null), ExpectEnding());
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Job_of_a_hung_engine_is_not_written()
    {
        var engine = EngineWith(Rule(EngineFaultKind.Hang, TimeSpan.MaxValue));
        var job = Latched(1);
        engine.Tell(job, TestActor);
        Scheduler.Advance(Watchdog);
        Assert.Equal((1, AbortReason.EngineHung), ExpectEnding());
        Assert.True(job.Blt.Destination.Span.IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void Crash_aborts_the_job_that_the_engine_began_and_no_other()
    {
        var engine = EngineWith(new EngineFaultRule(0, new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero), Job: 2));
        for (var number = 1; number <= 3; number++)
            engine.Tell(Latched(number), TestActor);
        Assert.Equal((1, null), ExpectEnding());
        Assert.Equal((2, AbortReason.EngineFault), ExpectEnding());
        Assert.Equal((3, null), ExpectEnding());
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Barrier_behind_a_hung_job_opens_once_and_later_jobs_use_the_new_key(string policy)
    {
        var client = CreateTestProbe();
        var plan = new FaultPlan([Rule(EngineFaultKind.Hang, TimeSpan.MaxValue)], Seed: 1);
        var rig = new DeviceRig(client, new PolicyMachines(policy), engines: 1, faults: plan);
        var session = rig.OpenNegotiatedSession();
        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey).Blt, client);
        session.Tell(DeviceRig.JobOf(2, DeviceRig.FirstKey).Blt, client);
        var (third, clear) = DeviceRig.JobOf(3, rig.Refresh(session, DeviceRig.FirstKey));
        session.Tell(third, client);
        AwaitCondition(() => rig.Recorded.Events.OfType<EngineHung>().Any());

        Scheduler.Advance(Watchdog);

        Assert.Equal(AbortReason.EngineHung, client.ExpectMsg<CryptoSession.JobAborted>().Reason);
        Assert.Equal(2, client.ExpectMsg<CryptoSession.JobCompleted>().Job);
        Assert.Equal(3, client.ExpectMsg<CryptoSession.JobCompleted>().Job);
        Assert.Equal(clear, third.Destination.ToArray());
        session.Tell(CloseSession.Instance, client);
        client.ExpectMsg<CryptoSession.SessionEnded>();
        Assert.Single(rig.Recorded.Events.OfType<KeySwitched>());
        Assert.Equal(AbortReason.EngineHung, Assert.Single(rig.Recorded.Events.OfType<EngineReset>()).Reason);
        rig.NothingIsViolated();
    }

    [Fact]
    public void Marker_barrier_opens_when_the_engine_that_owes_its_answer_stops_for_good()
    {
        var client = CreateTestProbe();
        var plan = new FaultPlan([Rule(EngineFaultKind.Hang, TimeSpan.MaxValue)], Seed: 1);
        var rig = new DeviceRig(client, new PolicyMachines("marker"), engines: 2, maxRestarts: 0, faults: plan);
        var session = rig.OpenNegotiatedSession();
        session.Tell(DeviceRig.JobOf(1, DeviceRig.FirstKey).Blt, client);
        rig.Refresh(session, DeviceRig.FirstKey);
        AwaitCondition(() => rig.Recorded.Events.OfType<EngineHung>().Any());
        Assert.Empty(rig.Recorded.Events.OfType<KeySwitched>());

        Scheduler.Advance(Watchdog);

        Assert.Equal(AbortReason.EngineLost, client.ExpectMsg<CryptoSession.JobAborted>().Reason);
        AwaitCondition(() => rig.Recorded.Events.OfType<KeySwitched>().Any());
        rig.NothingIsViolated();
    }

    private static EngineFaultRule Rule(EngineFaultKind kind, TimeSpan duration, int? times = 1) =>
        new(0, new EngineFault(kind, duration), Times: times);

    private static LatchedJob Latched(long number) =>
        new(0, number, 0, new SessionKey(DeviceRig.FirstKey), DeviceRig.JobOf(number, DeviceRig.FirstKey).Blt);

    // The engine runs on the thread that tells it something, so that its timers are set when a Tell returns.
    private IActorRef EngineWith(EngineFaultRule rule)
    {
        var settings = new EnginePoolSettings(1, MaxRestarts: 3, TimeSpan.FromMinutes(1), "akka.test.calling-thread-dispatcher")
        {
            Watchdog = Watchdog,
            Faults = new FaultPlan([rule], Seed: 1),
        };
        var pool = Sys.ActorOf(EnginePool.Props(settings, new PolicyMachines("slots"), new RunTrace(() => TimeSpan.Zero, [])));
        pool.Tell(EnginePool.GetEngines.Instance, TestActor);
        return ExpectMsg<EnginePool.Engines>().Refs[0];
    }

    private (long Job, AbortReason? Fault) ExpectEnding()
    {
        var ended = ExpectMsg<JobEnded>();
        return (ended.Job.Job, ended.Fault);
    }
}
