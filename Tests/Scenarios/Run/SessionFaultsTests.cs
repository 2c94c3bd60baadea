using Sim.Scenarios.Model;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

public sealed class SessionFaultsTests
{
    [Fact]
    public void By_time_a_fault_strikes_from_its_time_on()
    {
        var faults = new SessionFaults([
            new FaultSpec { Action = FaultAction.Close, At = TimeSpan.FromSeconds(2) },
            new FaultSpec { Action = FaultAction.LoseKey, At = TimeSpan.FromSeconds(1) }]);

        Assert.Equal(TimeSpan.FromSeconds(1), faults.NextAt);
        Assert.Null(faults.By(TimeSpan.FromSeconds(0.9)));
        Assert.Equal(FaultAction.LoseKey, faults.By(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Jobs_starts_and_finishes_count_from_one()
    {
        var faults = new SessionFaults([
            new FaultSpec { Action = FaultAction.Close, Job = 3 },
            new FaultSpec { Action = FaultAction.LoseKey, Start = 2 },
            new FaultSpec { Action = FaultAction.Close, Finish = 1 }]);

        Assert.Null(faults.BehindJob(1));
        Assert.Equal(FaultAction.Close, faults.BehindJob(2));
        Assert.Null(faults.BehindStart());
        Assert.Equal(FaultAction.LoseKey, faults.BehindStart());
        Assert.Equal(FaultAction.Close, faults.BehindFinish());
        Assert.Null(faults.NextAt);
    }

    [Fact]
    public void Without_faults_nothing_strikes()
    {
        var faults = new SessionFaults([]);

        Assert.Null(faults.NextAt);
        Assert.Null(faults.By(TimeSpan.MaxValue));
        Assert.Null(faults.BehindJob(0));
    }
}
