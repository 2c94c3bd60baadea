using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Sim.Actors.Engines;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

public class EngineTests : TestKit
{
    public EngineTests()
    {
    }

    protected EngineTests(Config config)
        : base(config)
    {
    }

    [Fact]
    public void Engine_decrypts_its_jobs_in_order_and_says_so_once_each()
    {
        var engine = Sys.ActorOf(Engine.Props(
            0, new EnginePoolSettings(1, MaxRestarts: 3, TimeSpan.FromMinutes(1)), new FailingEngines("slots", (_, _) => false), Silent));
        var jobs = Enumerable.Range(1, 20).Select(number => Latched(number)).ToList();

        foreach (var (job, _) in jobs)
            engine.Tell(job, TestActor);

        foreach (var (job, clear) in jobs)
        {
            var ended = ExpectMsg<JobEnded>();
            Assert.Same(job, ended.Job);
            Assert.Null(ended.Fault);
            Assert.Equal(clear, job.Blt.Destination.ToArray());
        }

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Engine_that_throws_ends_its_job_once_and_goes_on_with_the_next()
    {
        var pool = Sys.ActorOf(EnginePool.Props(
            new EnginePoolSettings(1, MaxRestarts: 3, TimeSpan.FromMinutes(1)), new FailingEngines("slots", (_, job) => job.Job == 2), Silent));
        pool.Tell(EnginePool.GetEngines.Instance, TestActor);
        var engine = ExpectMsg<EnginePool.Engines>().Refs[0];

        for (var number = 1; number <= 4; number++)
            engine.Tell(Latched(number).Job, TestActor);

        var ended = Enumerable.Range(1, 4).Select(_ => ExpectMsg<JobEnded>()).Select(end => (end.Job.Job, end.Fault));
        Assert.Equal([(1, null), (2, AbortReason.EngineFault), (3, null), (4, null)], ended);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Engine_that_keeps_throwing_is_stopped_for_good()
    {
        var pool = Sys.ActorOf(EnginePool.Props(
            new EnginePoolSettings(1, MaxRestarts: 2, TimeSpan.FromMinutes(1)), new FailingEngines("slots", (_, _) => true), Silent));
        pool.Tell(EnginePool.GetEngines.Instance, TestActor);
        var engine = ExpectMsg<EnginePool.Engines>().Refs[0];
        // Its end and the pool's word of it come in any order.
        var watcher = CreateTestProbe();
        watcher.Watch(engine);

        for (var number = 1; number <= 3; number++)
            engine.Tell(Latched(number).Job, TestActor);

        Assert.Equal([1L, 2L], [ExpectMsg<JobEnded>().Job.Job, ExpectMsg<JobEnded>().Job.Job]);
        watcher.ExpectTerminated(engine);
        Assert.Equal(0, ExpectMsg<EngineLost>().Engine);
    }

    private static ITrace Silent { get; } = new RunTrace(() => TimeSpan.Zero, []);

    private static (LatchedJob Job, byte[] Clear) Latched(long number)
    {
        var (blt, clear) = DeviceRig.JobOf(number, DeviceRig.FirstKey);
        return (new LatchedJob(0, number, 0, new SessionKey(DeviceRig.FirstKey), blt), clear);
    }
}
