using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class JobLedgerTests
{
    private JobLedger _ledger = new();

    [Fact]
    public void Job_stands_in_the_ledger_from_acceptance_to_ending()
    {
        var job = Accept(1);
        Assert.True(_ledger.Contains(1));
        Assert.Equal(JobLedger.Held, job.Engine);
        Assert.True(_ledger.TryEnd(job));
        Assert.False(_ledger.Contains(1));
        Assert.False(_ledger.TryEnd(job));
        Assert.Equal(0, _ledger.Count);
    }

    [Fact]
    public void TryEnd_does_not_take_an_earlier_job_of_the_same_number_for_the_present_one()
    {
        var earlier = Accept(1);
        _ledger.TryEnd(earlier);
        Accept(1);
        Assert.False(_ledger.TryEnd(earlier));
        Assert.True(_ledger.Contains(1));
    }

    [Fact]
    public void TryFindOn_finds_the_earliest_job_of_that_engine_alone()
    {
        foreach (var (number, engine) in new[] { (4, 1), (2, 1), (1, 0), (3, 1) })
            Accept(number).Engine = engine;
        Accept(5);

        Assert.True(_ledger.TryFindOn(1, out var job));
        Assert.Equal(2, job.Position);
        Assert.True(_ledger.TryFindOn(0, out job));
        Assert.Equal(1, job.Position);
        Assert.False(_ledger.TryFindOn(2, out _));
    }

    private LatchedJob Accept(long number)
    {
        var job = SampleCalls.Latched(number, epoch: 0);
        _ledger.Accept(job);
        return job;
    }
}
