using Sim.Hardware.Engines;
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
}
