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

    [Fact]
    public void Open_jobs_are_known_by_numbers_that_come_in_any_order()
    {
        var jobs = new[] { 5, 3, 9, 4, 7, 1 }.ToDictionary(number => number, number => Accept(number));
        foreach (var ended in new[] { 9, 3 })
            _ledger.TryEnd(jobs[ended]);

        Assert.All([1L, 4, 5, 7], open => Assert.True(_ledger.Contains(open)));
        Assert.All([2L, 3, 6, 8, 9, 10], other => Assert.False(_ledger.Contains(other)));
        Accept(3);
        Assert.True(_ledger.Contains(3));
        Assert.Equal(5, _ledger.Count);
    }

    [Fact]
    public void Job_that_is_spent_is_there_to_be_latched_again_until_it_is_accepted()
    {
        var (first, second, third) = (Accept(1), Accept(2), Accept(3));
        Assert.Null(_ledger.Spent);
        _ledger.TryEnd(second, isSpent: true);
        Assert.Same(second, _ledger.Spent);
        _ledger.Accept(second);
        Assert.Null(_ledger.Spent);
        _ledger.TryEnd(first, isSpent: true);
        _ledger.TryEnd(third, isSpent: true);
        _ledger.Accept(_ledger.Spent!);
        _ledger.Accept(_ledger.Spent!);
        Assert.Null(_ledger.Spent);
        Assert.Equal(3, _ledger.Count);
    }

    [Fact]
    public void Job_that_others_may_know_is_not_latched_again()
    {
        _ledger.TryEnd(Accept(1));
        Assert.Null(_ledger.Spent);
    }

    private LatchedJob Accept(long number)
    {
        var job = SampleCalls.Latched(number, epoch: 0);
        _ledger.Accept(job);
        return job;
    }
}
