using Sim.Actors.Tracing;
using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class EpochAtSubmissionTests
{
    private readonly EpochAtSubmission _property = new();

    [Fact]
    public void Violated_by_a_job_that_its_engine_began_after_it_had_lost_the_keys() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), new EngineKeysLost(Engine: 0, FirstSession: 1),
        Began(1, key: 0), Completed(1)).IsViolated("began on engine 0 after");

    [Fact]
    public void Job_of_a_session_that_came_after_the_loss_holds() => _property.To(
        Negotiated(1, epoch: 0), new EngineKeysLost(Engine: 0, FirstSession: 0), Submitted(1, position: 2, epoch: 0),
        Began(1, key: 0), Completed(1)).IsHeld();

    [Fact]
    public void Holds_when_old_and_new_jobs_complete_out_of_order_with_their_own_keys() => _property.To(
        Negotiated(1, epoch: 0),
        Submitted(1, position: 2, epoch: 0),
        Started(), Finished(4, epoch: 1), Switched(1),
        Submitted(2, position: 5, epoch: 1),
        Began(2, key: 1), Completed(2),
        Began(1, key: 0), Completed(1)).IsHeld();

    [Fact]
    public void Holds_when_a_job_behind_a_held_barrier_completes_once_it_has_opened() => _property.To(
        Negotiated(1, epoch: 0),
        Submitted(1, position: 2, epoch: 0),
        Started(), Finished(4, epoch: 1),
        Submitted(2, position: 5, epoch: 1),
        Began(1, key: 0), Completed(1),
        Switched(1),
        Began(2, key: 1), Completed(2)).IsHeld();

    [Fact]
    public void Holds_when_a_job_completes_before_its_barrier_opens_and_its_key_proves_right() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1),
        Submitted(1, position: 4, epoch: 1), Began(1, key: 1), Completed(1),
        Switched(1)).IsHeld();

    [Fact]
    public void Holds_for_a_job_that_was_started_again_with_the_same_key() => _property.To(
        Negotiated(1, epoch: 0),
        Submitted(1, position: 2, epoch: 0), Began(1, key: 0),
        Started(), Finished(4, epoch: 1), Switched(1),
        Began(1, key: 0), Completed(1)).IsHeld();

    [Fact]
    public void Holds_across_a_renegotiation() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0),
        Negotiated(3, epoch: 1), Submitted(2, position: 4, epoch: 1),
        Began(1, key: 0), Completed(1), Began(2, key: 1), Completed(2)).IsHeld();

    [Fact]
    public void Counts_each_session_apart() => _property.To(
        Negotiated(1, epoch: 0), Negotiated(1, epoch: 0, session: 1),
        Started(session: 1), Finished(3, epoch: 1, session: 1), Switched(1, session: 1),
        Submitted(1, position: 2, epoch: 0), Submitted(2, position: 4, epoch: 1, session: 1),
        Began(1, key: 0), Completed(1), Began(2, key: 1), Completed(2, session: 1)).IsHeld();

    [Fact]
    public void Says_nothing_about_jobs_that_are_aborted() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Began(1, key: 7), Aborted(1)).IsNotReached();

    [Fact]
    public void Violated_when_an_old_job_runs_with_the_new_key() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0),
        Started(), Finished(4, epoch: 1), Switched(1),
        Began(1, key: 1), Completed(1)).IsViolated("(epoch 0, key 000000) completed on engine 0 with key 000001");

    [Fact]
    public void Violated_when_a_new_job_runs_with_the_old_key() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Switched(1),
        Submitted(1, position: 4, epoch: 1), Began(1, key: 0), Completed(1))
        .IsViolated("job 1 of session 0 at position 4 (epoch 1, key 000001)");

    [Fact]
    public void Violated_when_a_job_that_was_started_again_looks_its_key_up_anew() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Began(1, key: 0),
        Started(), Finished(4, epoch: 1), Switched(1),
        Began(1, key: 1), Completed(1)).IsViolated("with key 000001");

    [Fact]
    public void Violated_when_a_job_completes_that_no_engine_started() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Completed(1)).IsViolated("with key unknown");

    [Fact]
    public void Violated_when_the_tag_is_not_the_epoch_of_the_position() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Switched(1),
        Submitted(1, position: 4, epoch: 0), Began(1, key: 1), Completed(1))
        .IsViolated("is tagged epoch 0, its position is in epoch 1");

    [Fact]
    public void Violated_when_a_second_Finish_begins_an_epoch() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Switched(1),
        Finished(4, epoch: 2), Switched(2)).IsViolated("epoch 2 at position 4 began without a random number of its own");

    [Fact]
    public void Violated_when_a_number_outlives_a_renegotiation() => _property.To(
        Negotiated(1, epoch: 0), Started(), Negotiated(3, epoch: 1), Finished(4, epoch: 2))
        .IsViolated("epoch 2 at position 4");

    [Fact]
    public void Violated_when_a_job_outran_its_barrier_with_another_key() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1),
        Submitted(1, position: 4, epoch: 1), Began(1, key: 0), Completed(1),
        Switched(1)).IsViolated("(epoch 1, key 000001) completed on engine 0 with key 000000");

    [Fact]
    public void Violated_at_the_end_when_nobody_said_what_the_key_of_a_completed_job_is() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1),
        Submitted(1, position: 4, epoch: 1), Began(1, key: 1), Completed(1)).IsViolated("(epoch 1, key unknown)");

    [Fact]
    public void Jobs_that_outran_their_barrier_with_the_same_wrong_key_count_each()
    {
        _property.To(
            Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1),
            Submitted(1, position: 4, epoch: 1), Began(1, key: 0), Completed(1),
            Submitted(2, position: 5, epoch: 1), Began(2, key: 1), Completed(2),
            Submitted(3, position: 6, epoch: 1), Began(3, key: 0), Completed(3), Switched(1));
        Assert.Equal(2, _property.Violations);
        Assert.EndsWith("with key 000000, and 1 more jobs of that epoch", Assert.Single(_property.Details), StringComparison.Ordinal);
    }

    [Fact]
    public void Judges_jobs_that_outran_two_barriers_each_by_its_own_key() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1), Submitted(1, position: 4, epoch: 1),
        Started(), Finished(6, epoch: 2), Submitted(2, position: 7, epoch: 2),
        Began(2, key: 2), Completed(2), Began(1, key: 1), Completed(1), Switched(1), Switched(2)).IsHeld();

    [Fact]
    public void Judges_jobs_of_a_session_that_was_closed_behind_a_barrier() => _property.To(
        Negotiated(1, epoch: 0), Started(), Finished(3, epoch: 1),
        Submitted(1, position: 4, epoch: 1), Began(1, key: 0), Completed(1), Closed(), Switched(1))
        .IsViolated("(epoch 1, key 000001) completed on engine 0 with key 000000");

    [Fact]
    public void Violated_when_a_job_is_accepted_after_the_key_was_lost() => _property.To(
        Negotiated(1, epoch: 0), KeyLost(), Submitted(1, position: 2, epoch: 0), Aborted(1))
        .IsViolated("job 1 of session 0 was accepted after the session lost its key");

    [Fact]
    public void Violated_when_a_job_completes_after_the_key_was_lost() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Began(1, key: 0), KeyLost(), Completed(1))
        .IsViolated("job 1 of session 0 completed after the session lost its key");

    [Fact]
    public void Violated_when_a_job_completes_after_the_session_was_closed() => _property.To(
        Negotiated(1, epoch: 0), Submitted(1, position: 2, epoch: 0), Began(1, key: 0), Closed(), Completed(1))
        .IsViolated("job 1 of session 0 completed after the session was closed");

    [Fact]
    public void Loss_of_one_key_says_nothing_about_another_session() => _property.To(
        Negotiated(1, epoch: 0), Negotiated(1, epoch: 0, session: 1), KeyLost(),
        Submitted(1, position: 2, epoch: 0, session: 1), Began(1, key: 0), Completed(1, session: 1)).IsHeld();

    [Fact]
    public void Not_reached_when_no_job_completes() => _property.To(Negotiated(1, epoch: 0)).IsNotReached();
}
