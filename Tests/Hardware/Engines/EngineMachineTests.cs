using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class EngineMachineTests
{
    private readonly EngineMachine _engine = new();

    [Fact]
    public void Job_starts_under_the_key_object_that_it_latched()
    {
        var job = SampleCalls.Latched(1, epoch: 4);
        var start = _engine.Step(EngineEvent.Arrived(job));
        Assert.Equal(EngineEffect.Kinds.Start, start.Kind);
        Assert.Same(job, start.Job);
        Assert.Same(job.Key, start.Key);
    }

    [Fact]
    public void Start_under_a_key_that_is_not_the_jobs_own_names_both()
    {
        var (job, key) = (SampleCalls.Latched(1, epoch: 4), SampleCalls.Key(0x77));
        var start = EngineEffect.Start(job, key, programsKey: true);
        Assert.Same(job, start.Job);
        Assert.Same(key, start.Key);
        Assert.True(start.ProgramsKey);
        Assert.NotEqual(EngineEffect.Start(job, job.Key, programsKey: true), start);
        Assert.Null(EngineEffect.End(job).Key);
    }

    [Fact]
    public void Done_ends_the_job_that_runs_and_makes_room_for_the_next()
    {
        for (var number = 1; number <= 2; number++)
        {
            var job = SampleCalls.Latched(number, epoch: 0);
            _engine.Step(EngineEvent.Arrived(job));
            Assert.Equal(EngineEffect.End(job), _engine.Step(EngineEvent.Done));
        }
    }

    [Fact]
    public void Second_job_while_one_runs_is_a_mistake_of_the_caller()
    {
        var job = SampleCalls.Latched(1, epoch: 0);
        _engine.Step(EngineEvent.Arrived(job));
        Assert.Throws<InvalidOperationException>(() => _engine.Step(EngineEvent.Arrived(SampleCalls.Latched(2, epoch: 0))));
        Assert.Same(job, _engine.Step(EngineEvent.Done).Job);
    }

    [Fact]
    public void Done_without_a_job_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _engine.Step(EngineEvent.Done));

    [Fact]
    public void Reset_ends_the_job_that_runs_for_its_reason_and_makes_room_for_the_next()
    {
        var job = SampleCalls.Latched(1, epoch: 0);
        _engine.Step(EngineEvent.Arrived(job));
        Assert.Equal(EngineEffect.Abort(job, AbortReason.EngineHung), _engine.Step(EngineEvent.Reset(AbortReason.EngineHung)));
        Assert.Equal(EngineEffect.Kinds.Start, _engine.Step(EngineEvent.Arrived(SampleCalls.Latched(2, epoch: 0))).Kind);
    }

    [Fact]
    public void Job_begins_again_under_its_own_key_when_the_adapter_was_reset_for_another_engine()
    {
        var job = SampleCalls.Latched(1, epoch: 4);
        Assert.Equal(EngineEffect.Nothing, _engine.Step(EngineEvent.Restarted));
        _engine.Step(EngineEvent.Arrived(job));
        Assert.Equal(EngineEffect.Start(job, job.Key), _engine.Step(EngineEvent.Restarted));
        Assert.Equal(EngineEffect.End(job), _engine.Step(EngineEvent.Done));
    }

    [Fact]
    public void What_lost_its_key_ends_aborted_running_and_queued_and_what_came_later_runs()
    {
        var (running, queued) = (SampleCalls.Latched(1, epoch: 0), SampleCalls.Latched(2, epoch: 0));
        var later = new LatchedJob(session: 1, position: 1, epoch: 0, SampleCalls.Key(1), SampleCalls.Blt(3));
        _engine.Step(EngineEvent.Arrived(running));
        Assert.Equal(EngineEffect.Abort(running, AbortReason.KeyLost), _engine.Step(EngineEvent.KeysLost(firstSession: 1)));
        Assert.Equal(EngineEffect.Abort(queued, AbortReason.KeyLost), _engine.Step(EngineEvent.Arrived(queued)));
        _engine.Step(EngineEvent.Arrived(later));
        Assert.Equal(EngineEffect.Nothing, _engine.Step(EngineEvent.KeysLost(firstSession: 1)));
        Assert.Equal(EngineEffect.End(later), _engine.Step(EngineEvent.Done));
    }

    [Fact]
    public void Marker_of_a_session_whose_key_is_lost_is_answered_and_loads_nothing()
    {
        var registers = new KeyRegisters();
        var engine = new EngineMachine(registers);
        engine.Step(EngineEvent.Marked(new KeyMarker(Session: 0, Epoch: 0, SampleCalls.Key(1))));
        engine.Step(EngineEvent.KeysLost(firstSession: 1));
        Assert.Equal(0, registers.Count);
        var marker = new KeyMarker(Session: 0, Epoch: 1, SampleCalls.Key(2));
        Assert.Equal(EngineEffect.MarkerMet(marker), engine.Step(EngineEvent.Marked(marker)));
        Assert.Equal(0, registers.Count);
    }

    [Fact]
    public void Reset_of_an_idle_engine_ends_nothing() =>
        Assert.Equal(EngineEffect.Nothing, _engine.Step(EngineEvent.Reset(AbortReason.EngineFault)));

    [Fact]
    public void Marker_without_registers_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => _engine.Step(Marked(epoch: 0)));

    [Fact]
    public void With_registers_a_job_runs_under_the_key_of_the_marker_ahead_of_it()
    {
        var engine = new EngineMachine(new KeyRegisters());
        var key = SampleCalls.Key(1);
        Assert.Equal(EngineEffect.Kinds.MarkerMet, engine.Step(Marked(epoch: 4, key)).Kind);
        var start = engine.Step(EngineEvent.Arrived(SampleCalls.Latched(1, epoch: 4)));
        Assert.Equal(EngineEffect.Kinds.Start, start.Kind);
        Assert.Same(key, start.Key);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Register_of_another_epoch_is_a_fault_and_never_a_decryption(int epoch)
    {
        var engine = new EngineMachine(new KeyRegisters());
        engine.Step(Marked(epoch: 4));
        var job = SampleCalls.Latched(1, epoch);
        Assert.Equal(EngineEffect.Abort(job, AbortReason.KeyRegister), engine.Step(EngineEvent.Arrived(job)));
        Assert.Equal(EngineEffect.Kinds.Start, engine.Step(EngineEvent.Arrived(SampleCalls.Latched(2, epoch: 4))).Kind);
    }

    [Fact]
    public void Register_of_another_session_is_not_used()
    {
        var engine = new EngineMachine(new KeyRegisters());
        engine.Step(EngineEvent.Marked(new KeyMarker(Session: 7, Epoch: 0, SampleCalls.Key(1))));
        Assert.Equal(EngineEffect.Kinds.End, engine.Step(EngineEvent.Arrived(SampleCalls.Latched(1, epoch: 0))).Kind);
    }

    [Fact]
    public void First_job_behind_a_marker_programs_the_register_and_later_ones_find_it()
    {
        var engine = new EngineMachine(new KeyRegisters());
        for (var epoch = 0; epoch < 2; epoch++)
        {
            engine.Step(Marked(epoch));
            foreach (var isFirst in new[] { true, false, false })
            {
                // What the job itself says does not count where there are registers.
                var job = SampleCalls.Latched(1, epoch);
                job.ProgramsKey = !isFirst;
                Assert.Equal(isFirst, engine.Step(EngineEvent.Arrived(job)).ProgramsKey);
                engine.Step(EngineEvent.Done);
            }
        }
    }

    [Fact]
    public void Without_registers_a_job_says_itself_whether_its_key_is_programmed_first()
    {
        foreach (var programs in new[] { true, false })
        {
            var job = SampleCalls.Latched(1, epoch: 0);
            job.ProgramsKey = programs;
            Assert.Equal(programs, _engine.Step(EngineEvent.Arrived(job)).ProgramsKey);
            _engine.Step(EngineEvent.Done);
        }
    }

    [Fact]
    public void Registers_outlive_a_reset()
    {
        var engine = new EngineMachine(new KeyRegisters());
        engine.Step(Marked(epoch: 2));
        engine.Step(EngineEvent.Arrived(SampleCalls.Latched(1, epoch: 2)));
        engine.Step(EngineEvent.Reset(AbortReason.EngineFault));
        Assert.Equal(EngineEffect.Kinds.Start, engine.Step(EngineEvent.Arrived(SampleCalls.Latched(2, epoch: 2))).Kind);
    }

    [Fact]
    public void Marker_without_a_key_gives_the_register_up()
    {
        var registers = new KeyRegisters();
        var engine = new EngineMachine(registers);
        engine.Step(Marked(epoch: 2));
        engine.Step(EngineEvent.Marked(new KeyMarker(SampleCalls.Latched(1, epoch: 2).Session, Epoch: 2, Key: null)));
        Assert.Equal(0, registers.Count);
        Assert.Equal(EngineEffect.Kinds.End, engine.Step(EngineEvent.Arrived(SampleCalls.Latched(1, epoch: 2))).Kind);
    }

    private static EngineEvent Marked(int epoch, SessionKey? key = null) =>
        EngineEvent.Marked(new KeyMarker(SampleCalls.Latched(1, epoch).Session, epoch, key ?? SampleCalls.Key(1)));
}
