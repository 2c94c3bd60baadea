using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class BoundedStashTests
{
    private readonly BoundedStash _property = new();

    [Fact]
    public void Holds_when_a_session_is_full_and_a_job_ends_before_the_next_is_accepted() => _property.To(
        Opened(jobs: 2), Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0), Completed(1),
        Submitted(3, position: 4, epoch: 0), Aborted(2), Submitted(4, position: 5, epoch: 0)).IsHeld();

    [Fact]
    public void Holds_when_as_many_switches_are_pending_as_there_is_room_for() => _property.To(
        Opened(refreshes: 2), Negotiated(1, epoch: 0), Finished(3, epoch: 1), Finished(5, epoch: 2), Switched(1),
        Negotiated(6, epoch: 3)).IsHeld();

    [Fact]
    public void Violated_by_one_job_too_many() => _property.To(
        Opened(jobs: 1), Submitted(1, position: 2, epoch: 0), Submitted(2, position: 3, epoch: 0))
        .IsViolated("session 0: job 2 makes 2 unfinished jobs, its limit is 1");

    [Fact]
    public void Violated_by_one_refresh_too_many() => _property.To(
        Opened(refreshes: 1), Finished(3, epoch: 1), Finished(5, epoch: 2))
        .IsViolated("session 0: epoch 2 makes 2 pending key switches, its limit is 1");

    [Fact]
    public void Violated_by_a_renegotiation_too_many() => _property.To(
        Opened(refreshes: 1), Negotiated(1, epoch: 0), Finished(3, epoch: 1), Negotiated(4, epoch: 2))
        .IsViolated("session 0: epoch 2 makes 2 pending key switches, its limit is 1");

    [Fact]
    public void Counts_each_session_apart() => _property.To(
        Opened(session: 0, jobs: 1), Opened(session: 1, jobs: 1), Submitted(1, position: 2, epoch: 0),
        Submitted(2, position: 2, epoch: 0, session: 1)).IsHeld();

    [Fact]
    public void Judges_a_closed_session_until_it_is_empty() => _property.To(
        Opened(jobs: 1), Submitted(1, position: 2, epoch: 0), Closed(), Submitted(2, position: 3, epoch: 0))
        .IsViolated("makes 2 unfinished jobs");

    [Fact]
    public void Not_reached_by_a_session_that_accepts_nothing() =>
        _property.To(Opened(), Negotiated(1, epoch: 0), Switched(0), Completed(1), Closed()).IsNotReached();

    [Fact]
    public void Says_nothing_about_a_session_whose_limits_are_unknown() =>
        _property.To(Submitted(1, position: 2, epoch: 0), Finished(3, epoch: 1)).IsNotReached();
}
