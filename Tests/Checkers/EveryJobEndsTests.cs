using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class EveryJobEndsTests
{
    private readonly EveryJobEnds _property = new();

    [Fact]
    public void Holds_when_each_accepted_job_has_ended() => _property.To(
        Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0),
        Aborted(2), Completed(1)).IsHeld();

    [Fact]
    public void Violated_by_a_job_that_is_held() =>
        _property.To(Submitted(1, position: 2, epoch: 0, session: 3)).IsViolated("job 1 of session 3 has not ended: it is held");

    [Fact]
    public void Violated_by_a_job_that_waits_in_a_queue() => _property.To(
        Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0, engine: 2)).IsViolated("it is queued on engine 2");

    [Fact]
    public void Violated_by_a_job_that_an_engine_began() => _property.To(
        Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0)).IsViolated("it is started on engine 0");

    [Fact]
    public void Violated_by_a_job_that_waits_again_where_it_was_handed_out_last() => _property.To(
        Submitted(1, position: 2, epoch: 0), Dispatched(1, epoch: 0), Began(1, key: 0), Dispatched(1, epoch: 0, engine: 1))
        .IsViolated("it is queued on engine 1");

    [Fact]
    public void Every_job_that_has_not_ended_counts_and_the_first_are_described_in_order()
    {
        for (var job = Property.MaxDetails + 5; job > 0; job--)
            _property.On(Submitted(job, position: 1, epoch: 0));
        _property.AtEnd();
        Assert.Equal(Property.MaxDetails + 5, _property.Violations);
        Assert.Equal(Property.MaxDetails, _property.Details.Count);
        Assert.StartsWith("job 1 ", _property.Details[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Not_reached_when_no_job_was_accepted() =>
        _property.To(Dispatched(1, epoch: 0), Began(1, key: 0)).IsNotReached();
}
