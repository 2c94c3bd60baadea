using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Faults;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>Progress fences of engines, and those who wait for them.</summary>
public sealed class EngineFenceTests : TimedDeviceTest
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    private readonly List<object> _heard = [];
    private readonly IActorRef _waiter;

    public EngineFenceTests() => _waiter = Driver.Start((message, _) => _heard.Add(message));

    [Fact]
    public void Wait_before_the_signal_is_answered_when_so_many_jobs_have_ended()
    {
        var device = Device();
        var session = Open(device);
        Wait(device, engine: 0, 2);
        Submit(session, 1);
        Driver.RunUntil(Later);
        Assert.Empty(_heard);
        Submit(session, 2);
        Driver.RunUntil(Later * 2);

        Assert.Equal([new EngineFence.Reached(0, 2)], _heard);
        Assert.Equal([new FenceRaised(0, 2)], Recorded.Events.OfType<FenceRaised>());
        NothingIsViolated();
    }

    [Fact]
    public void Wait_behind_the_signal_is_answered_at_once_and_each_engine_has_a_fence_of_its_own()
    {
        var device = Device();
        var session = Open(device);
        Submit(session, 1, 2);
        Driver.RunUntil(Later);
        Wait(device, engine: 0, 0, 2, 1);
        Wait(device, engine: 1, 1);

        Assert.Equivalent(new object[] { new EngineFence.Reached(0, 0), new EngineFence.Reached(0, 1), new EngineFence.Reached(0, 2) }, _heard);
        Assert.Equal(3, _heard.Count);
        NothingIsViolated();
    }

    [Fact]
    public void Several_waiters_are_answered_in_the_order_of_their_values()
    {
        var device = Device();
        var session = Open(device);
        Wait(device, engine: 0, 3, 1, 2, 2);
        Submit(session, 1, 2, 3);
        Driver.RunUntil(Later);

        Assert.Equal([1, 2, 2, 3], _heard.Cast<EngineFence.Reached>().Select(reached => reached.Value));
        NothingIsViolated();
    }

    [Fact]
    public void Reset_does_not_lower_the_fence_and_the_aborted_job_is_passed()
    {
        var device = Device(rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Hang, TimeSpan.MaxValue), Job: 2));
        var session = Open(device);
        Wait(device, engine: 0, 1, 2, 3);
        Submit(session, 1, 2, 3);
        Driver.RunUntil(Later);

        Assert.Equal([1, 2, 3], _heard.Cast<EngineFence.Reached>().Select(reached => reached.Value));
        Assert.Equal(2, Told<CryptoSession.JobAborted>().Single().Job);
        NothingIsViolated();
    }

    [Fact]
    public void Signal_that_is_lost_with_its_engine_answers_every_wait_and_every_later_one()
    {
        var device = Device(maxRestarts: 0, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero), Job: 2));
        var session = Open(device);
        Wait(device, engine: 0, 1, 2, 9);
        Wait(device, engine: 1, 1);
        Submit(session, 1, 2);
        Driver.RunUntil(Later);
        Wait(device, engine: 0, 1, 4);

        Assert.Equal(
            [
                new EngineFence.Reached(0, 1), new EngineFence.Lost(0, 2), new EngineFence.Lost(0, 9),
                new EngineFence.Reached(0, 1), new EngineFence.Lost(0, 4),
            ],
            _heard);
        NothingIsViolated();
    }

    [Fact]
    public void Who_waits_first_for_an_engine_that_is_lost_is_told_so()
    {
        var device = Device(maxRestarts: 0, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero)));
        Submit(Open(device), 1);
        Driver.RunUntil(Later);
        Wait(device, engine: 0, 1);

        Assert.Equal([new EngineFence.Lost(0, 1)], _heard);
    }

    [Fact]
    public void What_a_lost_engine_had_reached_is_told_though_nobody_had_waited_for_it()
    {
        var device = Device(maxRestarts: 0, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Crash, TimeSpan.Zero), Job: 3));
        Submit(Open(device), 1, 2, 3);
        Driver.RunUntil(Later);
        Wait(device, engine: 0, 2, 3, 1);

        Assert.Equal([new EngineFence.Reached(0, 2), new EngineFence.Lost(0, 3), new EngineFence.Reached(0, 1)], _heard);
        NothingIsViolated();
    }

    [Fact]
    public void What_an_engine_reached_in_its_last_moment_is_told_as_reached()
    {
        const int Waits = 12;
        for (var seed = 0; seed < 50; seed++)
        {
            var rig = new VirtualRig(seed, "slots", maxRestarts: 0);
            List<object> heard = [];
            var waiter = rig.Listen(heard.Add);
            for (var value = 1UL; value <= Waits; value++)
                rig.Device.Tell(new EngineFence.Wait(0, value), waiter);
            rig.Run(chance: 0.1, Engine.Fail.Instance);
            rig.NothingIsLost();

            var onIt = rig.Recorded.Events.OfType<JobDispatched>().Where(job => job.Engine == 0).Select(job => job.Job).ToHashSet();
            var ended = rig.Recorded.Events.Count(happened => happened is JobCompleted { Engine: 0 }
                || (happened is JobAborted { Reason: not AbortReason.EngineLost } aborted && onIt.Contains(aborted.Job)));
            Assert.Equal(
                Enumerable.Range(1, Math.Min(ended, Waits)).Select(value => (ulong)value),
                heard.OfType<EngineFence.Reached>().Select(answer => answer.Value));
        }
    }

    [Fact]
    public void Removal_of_the_device_answers_the_waits_for_every_engine()
    {
        var device = Device(resets: 0, rules: new EngineFaultRule(0, new EngineFault(EngineFaultKind.Hang, TimeSpan.MaxValue)));
        var session = Open(device);
        Wait(device, engine: 0, 1);
        Wait(device, engine: 1, 1);
        Submit(session, 1);
        Driver.RunUntil(Later);
        Wait(device, engine: 1, 2);

        Assert.Equivalent(new object[] { new EngineFence.Lost(0, 1), new EngineFence.Lost(1, 1), new EngineFence.Lost(1, 2) }, _heard);
        Assert.Equal(3, _heard.Count);
        NothingIsViolated();
    }

    [Fact]
    public void Device_that_stops_answers_the_waits_that_it_has()
    {
        var device = Device();
        Wait(device, engine: 1, 5);
        Driver.System.Stop(device);
        Driver.Settle();

        Assert.Equal([new EngineFence.Lost(1, 5)], _heard);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Wait_for_an_engine_that_there_is_not_is_refused(int engine)
    {
        Wait(Device(), engine, 1);
        Assert.Equal([new EngineFence.Refused(engine, 1, EngineFence.Refusal.NoSuchEngine)], _heard);
    }

    [Fact]
    public void Wait_beyond_the_bound_is_refused()
    {
        var device = Device();
        for (var i = 0; i <= EngineFence.WaitsMax; i++)
            Wait(device, engine: 0, 7);

        Assert.Equal([new EngineFence.Refused(0, 7, EngineFence.Refusal.TooManyWaits)], _heard);
    }

    [Fact]
    public void Nobody_is_told_and_nothingRecorded_while_nobody_waits()
    {
        var session = Open(Device());
        Submit(session, 1, 2, 3);
        Driver.RunUntil(Later);

        Assert.Empty(Recorded.Events.OfType<FenceRaised>());
        Assert.DoesNotContain(Driver.Trace, step => step.Contains(nameof(EngineFence.Raised), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Every_wait_has_one_answer_whatever_fails_when(string policy)
    {
        var (reached, lost) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var rig = new VirtualRig(seed, policy, maxRestarts: 1);
            List<object> heard = [];
            var waiter = rig.Listen(heard.Add);
            for (var value = 1; value <= 20; value++)
                rig.Device.Tell(new EngineFence.Wait(value % 2, (ulong)value), waiter);
            rig.Run(chance: 0.05, Engine.Fail.Instance, Engine.Hang.Instance, new EngineFence.TellAt(1));
            rig.NothingIsLost();
            rig.Device.Tell(PoisonPill.Instance);
            rig.Run();

            var values = heard.Select(answer => answer is EngineFence.Reached got ? got.Value : ((EngineFence.Lost)answer).Value);
            Assert.Equal(Enumerable.Range(1, 20).Select(value => (ulong)value), values.Order());
            reached += heard.OfType<EngineFence.Reached>().Count();
            lost += heard.OfType<EngineFence.Lost>().Count();
        }

        Assert.True(reached > 40 && lost > 40, $"{reached} reached, {lost} lost");
    }

    private void Submit(IActorRef session, params long[] jobs)
    {
        foreach (var job in jobs)
            session.Tell(Blt(job) with { Engine = 0 }, Client);
    }

    private void Wait(IActorRef device, int engine, params ulong[] values)
    {
        foreach (var value in values)
            device.Tell(new EngineFence.Wait(engine, value), _waiter);
        Driver.Settle();
    }
}
