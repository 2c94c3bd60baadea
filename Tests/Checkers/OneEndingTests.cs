using Sim.Checkers;
using Sim.Hardware.Sessions;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class OneEndingTests
{
    private readonly OneEnding _property = new();

    [Fact]
    public void Holds_when_each_accepted_job_ends_once() => _property.To(
        Submitted(1, position: 1, epoch: 0), Submitted(2, position: 2, epoch: 0),
        Refused(3, JobRefusal.DeviceBusy), Refused(2, JobRefusal.DuplicateJob),
        Aborted(2), Completed(1)).IsHeld();

    [Fact]
    public void Holds_when_a_number_is_used_again_after_its_ending() => _property.To(
        Submitted(1, position: 1, epoch: 0), Completed(1), Submitted(1, position: 2, epoch: 0), Aborted(1)).IsHeld();

    [Fact]
    public void Violated_by_a_second_ending_of_any_kind()
    {
        new OneEnding().To(Submitted(1, position: 1, epoch: 0), Completed(1), Completed(1)).IsViolated("job 1 completed");
        new OneEnding().To(Submitted(1, position: 1, epoch: 0), Completed(1), Aborted(1)).IsViolated("job 1 was aborted");
        new OneEnding().To(Submitted(1, position: 1, epoch: 0), Aborted(1), Completed(1)).IsViolated("job 1 completed");
    }

    [Fact]
    public void Violated_when_a_job_ends_that_was_never_accepted() =>
        _property.To(Refused(1, JobRefusal.DeviceBusy), Completed(1)).IsViolated("job 1 completed, but was not open");

    [Fact]
    public void Violated_when_an_open_job_is_accepted_again() => _property.To(
        Submitted(1, position: 1, epoch: 0), Submitted(1, position: 2, epoch: 0), Completed(1))
        .IsViolated("job 1 was accepted twice");

    [Fact]
    public void Violated_when_an_open_job_is_refused() => _property.To(
        Submitted(1, position: 1, epoch: 0), Refused(1, JobRefusal.SessionClosed), Completed(1))
        .IsViolated("job 1 was refused after it was accepted");

    [Fact]
    public void Says_nothing_about_a_job_that_has_not_ended() =>
        _property.To(Submitted(1, position: 1, epoch: 0)).IsNotReached();

    [Fact]
    public void Not_reached_when_no_job_was_accepted() => _property.To(Refused(1, JobRefusal.NoSessionKey)).IsNotReached();
}
