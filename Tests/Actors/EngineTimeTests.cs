using Akka.Actor;
using Sim.Actors;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Sim.Tests.Runtime.Control;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>An engine whose work takes the time that its spec says, in virtual time.</summary>
public sealed class EngineTimeTests
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(2);
    private static readonly EngineSpec Spec = new(
        Us(8), CyclesPerBlock: 11, ClockHz: 1_000_000_000, SessionSwitch: Us(5), KeyProgramming: Us(20));

    private readonly SeededDriver _driver = new();
    private readonly RecordedTrace _recorded = new();
    private readonly List<(long Job, AbortReason? Fault, TimeSpan At)> _endings = [];
    private IActorRef _client = ActorRefs.Nobody;

    [Fact]
    public void Job_ends_when_its_modelled_time_is_over_and_writes_then()
    {
        var engine = EngineWith(Spec);
        var (blt, clear) = DeviceRig.JobOf(1, DeviceRig.FirstKey, bytes: 1600);
        engine.Tell(Latched(blt), _client);

        // 5 us to select the session, 8 us set-up, 100 blocks of 11 ns.
        _driver.RunUntil(Us(14.0));
        Assert.Equal([1L], _recorded.Events.OfType<JobStarted>().Select(started => started.Job));
        Assert.True(blt.Destination.Span.IndexOfAnyExcept((byte)0) < 0);
        Assert.Empty(_endings);
        _driver.RunUntil(Us(14.1));
        Assert.Equal([(1, null, Us(14.1))], _endings);
        Assert.Equal(clear, blt.Destination.ToArray());
        Assert.Equal(0, _driver.World.Alarms.Length);
    }

    [Fact]
    public void What_comes_while_a_job_runs_waits_and_begins_when_it_ends()
    {
        var engine = EngineWith(Spec);
        for (var number = 1; number <= 4; number++)
            engine.Tell(Latched(number, programsKey: number == 3, bytes: 160), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, null, Us(13.1)), (2, null, Us(21.2)), (3, null, Us(49.3)), (4, null, Us(57.4))], _endings);
    }

    [Fact]
    public void Urgent_job_overtakes_what_is_not_in_the_hardware_yet()
    {
        var engine = EngineWith(Spec);
        for (var number = 1; number <= 4; number++)
            engine.Tell(Latched(number, bytes: 0), _client);
        engine.Tell(Latched(5, bytes: 0, priority: SessionPriority.Realtime), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([1L, 2L, 5L, 3L, 4L], _endings.Select(ending => ending.Job));
    }

    [Fact]
    public void Marker_waits_with_the_jobs_of_its_session()
    {
        var engine = EngineWith(Spec, "marker");
        var key = new SessionKey(DeviceRig.FirstKey);
        engine.Tell(new KeyMarker(Session: 0, Epoch: 0, key) { Priority = SessionPriority.Realtime }, _client);
        for (var number = 1; number <= 3; number++)
            engine.Tell(Latched(number, bytes: 0, priority: SessionPriority.Realtime), _client);
        engine.Tell(Latched(4, bytes: 0, priority: SessionPriority.Idle), _client);
        engine.Tell(new KeyMarker(Session: 0, Epoch: 1, key) { Priority = SessionPriority.Realtime }, _client);
        engine.Tell(Latched(5, bytes: 0, epoch: 1, priority: SessionPriority.Realtime), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, null), (2, null), (3, null), (5, null), (4, AbortReason.KeyRegister)], _endings.Select(ending => (ending.Job, ending.Fault)));
    }

    [Fact]
    public void Short_jobs_do_not_drift()
    {
        // 4 blocks of 11 ns are less than half a tick.
        var engine = EngineWith(Spec);
        for (var number = 1; number <= 1_000; number++)
            engine.Tell(Latched(number, bytes: 64), _client);
        _driver.RunUntil(TimeSpan.FromSeconds(1));

        Assert.Equal((1_000, null, Us(5 + (1_000 * 8.044))), _endings[^1]);
    }

    [Fact]
    public void Marker_waits_for_the_jobs_ahead_and_the_next_job_programs_the_register()
    {
        var engine = EngineWith(Spec, "marker");
        var key = new SessionKey(DeviceRig.FirstKey);
        engine.Tell(new KeyMarker(Session: 0, Epoch: 0, key), _client);
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(new KeyMarker(Session: 0, Epoch: 1, key), _client);
        engine.Tell(Latched(2, bytes: 0, epoch: 1), _client);
        engine.Tell(Latched(3, bytes: 0, epoch: 1), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, null, Us(33)), (2, null, Us(61)), (3, null, Us(69))], _endings);
        Assert.Equal(["met 0", "start 1", "met 1", "start 2", "start 3"], _recorded.Events.Select(happened => happened switch
        {
            Sim.Actors.Tracing.KeyMarkerMet met => $"met {met.Epoch}",
            JobStarted started => $"start {started.Job}",
            _ => happened.ToString(),
        }));
    }

    [Fact]
    public void Slow_engine_takes_the_time_of_the_work_and_of_the_fault()
    {
        var engine = EngineWith(Spec, fault: new EngineFault(EngineFaultKind.Slow, Us(100)));
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, null, Us(113)), (2, null, Us(121))], _endings);
    }

    [Fact]
    public void Watchdog_is_measured_from_the_beginning_of_the_job()
    {
        // 13 us of work and so long a fault that both together are as long as the watchdog.
        var engine = EngineWith(Spec, fault: new EngineFault(EngineFaultKind.Slow, Watchdog - Us(13)));
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Watchdog + Us(1_000));

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog), (2, null, Watchdog + Us(8))], _endings);
        Assert.Equal([new EngineReset(0, 1, AbortReason.EngineHung)], _recorded.Events.OfType<EngineReset>());
    }

    [Fact]
    public void Job_that_is_as_long_as_the_watchdog_is_reset_and_one_a_tick_shorter_completes()
    {
        var engine = EngineWith(Spec with { JobSetUp = Watchdog - Us(5) });
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(2 * Watchdog);

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog), (2, null, (2 * Watchdog) - Us(5))], _endings);
    }

    [Fact]
    public void Hang_beats_the_modelled_time()
    {
        var engine = EngineWith(Spec, fault: new EngineFault(EngineFaultKind.Hang, TimeSpan.MaxValue));
        var job = Latched(1, bytes: 100);
        engine.Tell(job, _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Watchdog + Us(8));

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog), (2, null, Watchdog + Us(8))], _endings);
        Assert.Equal([new EngineHung(0, 1)], _recorded.Events.OfType<EngineHung>());
        Assert.True(job.Blt.Destination.Span.IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void Crash_aborts_the_job_as_it_begins_and_leaves_no_timer()
    {
        var engine = EngineWith(Spec, fault: new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero));
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.Settle();

        Assert.Equal([(1, AbortReason.EngineFault, TimeSpan.Zero)], _endings);
        Assert.Equal(0, _driver.World.Alarms.Length);
    }

    [Fact]
    public void Engine_that_is_told_to_fail_aborts_what_runs_and_goes_on_with_what_waits()
    {
        var engine = EngineWith(Spec);
        var job = Latched(1, bytes: 100);
        engine.Tell(job, _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.Fail.Instance);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, AbortReason.EngineFault, Us(3)), (2, null, Us(11))], _endings);
        Assert.Equal([new EngineReset(0, 1, AbortReason.EngineFault)], _recorded.Events.OfType<EngineReset>());
        Assert.True(job.Blt.Destination.Span.IndexOfAnyExcept((byte)0) < 0);
        Assert.Equal(0, _driver.World.Alarms.Length);
    }

    [Fact]
    public void Idle_engine_that_is_told_to_fail_is_reset()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Engine.Fail.Instance);
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, null, Us(13))], _endings);
        Assert.Equal([new EngineReset(0, Job: null, AbortReason.EngineFault)], _recorded.Events.OfType<EngineReset>());
    }

    [Fact]
    public void Completion_that_comes_after_a_reset_does_not_count()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.RunUntil(Us(3));

        // The engine fails, begins another job, and then hears that the first one is done.
        engine.Tell(Engine.Fail.Instance);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.World.Fire(_driver.World.Alarms[0]);
        _driver.RunUntil(Us(1_000));

        Assert.Equal([(1, AbortReason.EngineFault, Us(13)), (2, null, Us(21))], _endings);
    }

    [Fact]
    public void Engine_that_is_told_to_hang_does_not_go_on_until_the_watchdog_of_the_job_that_runs()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.Hang.Instance);
        engine.Tell(Engine.Hang.Instance);
        _driver.RunUntil(Watchdog + Us(1_000));

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog), (2, null, Watchdog + Us(8))], _endings);
        Assert.Equal([new EngineHung(0, 1)], _recorded.Events.OfType<EngineHung>());
        Assert.Equal([new EngineReset(0, 1, AbortReason.EngineHung)], _recorded.Events.OfType<EngineReset>());
    }

    [Fact]
    public void Completion_that_comes_after_a_hang_does_not_count()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.Hang.Instance);
        _driver.World.Fire(_driver.World.Alarms[0]);
        _driver.RunUntil(Watchdog);

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog)], _endings);
    }

    [Fact]
    public void Watchdog_that_expires_after_a_reset_does_not_count()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Engine.Hang.Instance);
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.Fail.Instance);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.World.Fire(_driver.World.Alarms[0]);
        _driver.RunUntil(Watchdog + Us(1_000));

        Assert.Equal([(1, AbortReason.EngineFault, Watchdog), (2, null, Watchdog + Us(8))], _endings);
    }

    [Fact]
    public void Job_that_an_adapter_reset_interrupts_begins_again_and_its_first_end_does_not_count()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.AdapterReset.Instance);
        _driver.RunUntil(Us(1_000));

        // 8 us of set-up and 20 us for its key, which is programmed anew.
        Assert.Equal([(1, null, Us(31)), (2, null, Us(39))], _endings);
        Assert.Equal([new JobResubmitted(0, 1, 0)], _recorded.Events.OfType<JobResubmitted>());
    }

    [Fact]
    public void Watchdog_that_expires_as_the_adapter_is_reset_spares_the_job_that_begins_again()
    {
        var engine = EngineWith(Spec);
        engine.Tell(Engine.Hang.Instance);
        engine.Tell(Latched(1, bytes: 0), _client);
        _driver.RunUntil(Us(3));
        engine.Tell(Engine.AdapterReset.Instance);
        _driver.World.Fire(_driver.World.Alarms[0]);
        _driver.RunUntil(Watchdog + Us(1_000));

        Assert.Equal([(1, null, Watchdog + Us(28))], _endings);
    }

    [Fact]
    public void Wedged_engine_aborts_its_job_and_the_adapter_is_reset()
    {
        var engine = EngineWith(Spec, fault: new EngineFault(EngineFaultKind.Wedge, TimeSpan.MaxValue));
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Watchdog + Us(1_000));

        Assert.Equal([(1, AbortReason.EngineHung, Watchdog), (2, null, Watchdog + Us(8))], _endings);
        Assert.Equal([new AdapterWasReset(0)], _recorded.Events.OfType<AdapterWasReset>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Keys_that_are_lost_end_what_runs_and_what_waits_at_once(bool hangs)
    {
        var engine = EngineWith(Spec);
        var job = Latched(1, bytes: 100);
        engine.Tell(job, _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        if (hangs)
            engine.Tell(Engine.Hang.Instance);
        _driver.RunUntil(Us(3));
        engine.Tell(new Engine.LoseKeys(FirstSession: 1));
        _driver.RunUntil(Us(4));

        Assert.Equal([(1, AbortReason.KeyLost, Us(3)), (2, AbortReason.KeyLost, Us(3))], _endings);
        Assert.True(job.Blt.Destination.Span.IndexOfAnyExcept((byte)0) < 0);
        _driver.RunUntil(2 * Watchdog);
        Assert.Equal(2, _endings.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Idle_engine_that_is_told_to_hang_hangs_with_the_next_job(bool modelled)
    {
        var engine = EngineWith(modelled ? Spec : null);
        engine.Tell(Engine.Hang.Instance);
        _driver.RunUntil(Us(500));
        Assert.Equal(0, _driver.World.Alarms.Length);
        engine.Tell(Latched(1, bytes: 0), _client);
        engine.Tell(Latched(2, bytes: 0), _client);
        _driver.RunUntil(Us(500) + Watchdog + Us(1_000));

        Assert.Equal((1, AbortReason.EngineHung, Us(500) + Watchdog), _endings[0]);
        Assert.Equal((2, null, Us(500) + Watchdog + (modelled ? Us(8) : TimeSpan.Zero)), _endings[1]);
        Assert.Equal([new EngineHung(0, 1)], _recorded.Events.OfType<EngineHung>());
    }

    private IActorRef EngineWith(EngineSpec? spec, string policy = "slots", EngineFault? fault = null)
    {
        _client = _driver.Start((message, _) =>
        {
            if (message is JobEnded ended)
                _endings.Add((ended.Job.Job, ended.Fault, _driver.World.Now));
        });
        var settings = new EnginePoolSettings(1, MaxRestarts: 3, TimeSpan.FromMinutes(1))
        {
            Spec = spec,
            Watchdog = Watchdog,
            Faults = fault is { } strikes ? new FaultPlan([new EngineFaultRule(0, strikes)], Seed: 1) : FaultPlan.None,
        };
        var trace = new RunTrace(() => _driver.World.Now, [_recorded]);
        var pool = _driver.System.ActorOf(EnginePool.Props(settings, new PolicyMachines(policy), trace));
        var engines = pool.Ask<EnginePool.Engines>(EnginePool.GetEngines.Instance);
        _driver.Settle();
        return SeededDriver.ResultOf(engines).Refs[0];
    }

    private static LatchedJob Latched(
        long number, int bytes, bool programsKey = false, int epoch = 0, SessionPriority priority = SessionPriority.Normal) =>
        Latched(DeviceRig.JobOf(number, DeviceRig.FirstKey, bytes).Blt, programsKey, epoch, priority);

    private static LatchedJob Latched(
        DecryptionBlt blt, bool programsKey = false, int epoch = 0, SessionPriority priority = SessionPriority.Normal) =>
        new(0, blt.Job, epoch, new SessionKey(DeviceRig.FirstKey), blt) { ProgramsKey = programsKey, Priority = priority };

    private static TimeSpan Us(double value) => TimeSpan.FromMicroseconds(value);
}
