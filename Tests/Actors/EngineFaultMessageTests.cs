using Akka.Actor;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Actors;

/// <summary>Engines that are told to fail and to hang, at any moment.</summary>
public sealed class EngineFaultMessageTests
{
    private const int Seeds = 100;

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Nothing_is_lost_without_faults_in_any_order(string policy)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rig = new VirtualRig(seed, policy);
            rig.Run();
            rig.NothingIsLost();
            Assert.All(rig.Clients, client => Assert.All(client.Endings, ending => Assert.IsType<CryptoSession.JobCompleted>(ending)));
            Assert.Equal(6, rig.Recorded.Events.OfType<KeySwitched>().Count());
        }
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Nothing_is_lost_when_engines_fail_and_hang_at_any_moment(string policy)
    {
        var (faults, hangs, metHung) = (0, 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rig = new VirtualRig(seed, policy);
            rig.Run(chance: 0.05, Engine.Fail.Instance, Engine.Hang.Instance);
            rig.NothingIsLost();
            Assert.Equal(6, rig.Recorded.Events.OfType<KeySwitched>().Count());
            var reasons = rig.Recorded.Events.OfType<JobAborted>().Select(aborted => aborted.Reason).ToList();
            faults += reasons.Count(reason => reason == AbortReason.EngineFault);
            hangs += reasons.Count(reason => reason == AbortReason.EngineHung);
            Assert.Equal(reasons.Count, rig.Recorded.Events.OfType<EngineReset>().Count(reset => reset.Job is not null));
            metHung += rig.Properties.Find(nameof(BarrierMetHungEngine))!.Verdict == Verdict.Held ? 1 : 0;
        }

        Assert.True(faults > 0 && hangs > 0 && metHung > 0, $"{faults} faults, {hangs} hangs, {metHung} at a barrier");
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Every_job_completes_when_the_adapter_is_reset_at_any_moment(string policy)
    {
        var again = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rig = new VirtualRig(seed, policy);
            rig.Run(chance: 0.05, Engine.AdapterReset.Instance);
            rig.NothingIsLost();
            Assert.All(rig.Clients, client => Assert.All(client.Endings, ending => Assert.IsType<CryptoSession.JobCompleted>(ending)));
            again += rig.Recorded.Events.OfType<JobResubmitted>().Count();
        }

        Assert.True(again > Seeds);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Nothing_is_lost_when_engines_stop_for_good(string policy)
    {
        var lost = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rig = new VirtualRig(seed, policy, maxRestarts: 1);
            rig.Run(chance: 0.05, Engine.Fail.Instance, Engine.Hang.Instance);
            rig.NothingIsLost();
            Assert.Equal(6, rig.Recorded.Events.OfType<KeySwitched>().Count());
            lost += rig.Recorded.Events.OfType<JobAborted>().Count(aborted => aborted.Reason == AbortReason.EngineLost);
        }

        Assert.True(lost > 0);
    }
}
