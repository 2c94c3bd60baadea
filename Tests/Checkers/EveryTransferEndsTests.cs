using Sim.Actors.Tracing;
using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class EveryTransferEndsTests
{
    private readonly EveryTransferEnds _property = new();

    [Fact]
    public void Holds_when_the_end_is_told_behind_the_last_part() => _property.To(
        Handed(1, 1, 2), Handed(3, 3), Heard(2), Heard(3), new TransferEnded(3, IsComplete: true), Heard(1),
        new TransferEnded(1, IsComplete: true)).IsHeld();

    [Fact]
    public void Holds_when_a_transfer_with_an_aborted_part_is_told_as_aborted() => _property.To(
        Handed(1, 1, 2), Heard(2, PartEnding.Aborted), Heard(1), new TransferEnded(1, IsComplete: false)).IsHeld();

    [Fact]
    public void Holds_when_a_transfer_is_refused_as_a_whole() => _property.To(
        Handed(1, 1, 2), Heard(1, PartEnding.Refused), Heard(2, PartEnding.Refused)).IsHeld();

    [Fact]
    public void Violated_when_a_transfer_with_an_aborted_part_is_told_as_complete() => _property.To(
        Handed(1, 1, 2), Heard(1, PartEnding.Aborted), Heard(2), new TransferEnded(1, IsComplete: true))
        .IsViolated("transfer 1 was told as complete, though a part was aborted");

    [Fact]
    public void Violated_when_a_whole_transfer_is_told_as_aborted() => _property.To(
        Handed(1, 1, 2), Heard(1), Heard(2), new TransferEnded(1, IsComplete: false))
        .IsViolated("transfer 1 was told as aborted, though each part completed");

    [Fact]
    public void Violated_when_the_end_is_told_before_the_last_part() => _property.To(
        Handed(1, 1, 2), Heard(2), new TransferEnded(1, IsComplete: true), Heard(1))
        .IsViolated("the end of transfer 1 was told while 1 of its 2 parts had not ended");

    [Fact]
    public void Violated_when_the_end_is_told_twice() => _property.To(
        Handed(1, 1), Heard(1), new TransferEnded(1, IsComplete: true), new TransferEnded(1, IsComplete: true))
        .IsViolated("the end of transfer 1 was told, but it was not open");

    [Fact]
    public void Violated_when_the_end_is_never_told() => _property.To(Handed(1, 1, 2), Heard(1), Heard(2))
        .IsViolated("the end of transfer 1 was not told: 0 of its 2 parts have not ended");

    [Fact]
    public void Violated_when_only_some_parts_are_refused() => _property.To(
        Handed(1, 1, 2), Heard(2, PartEnding.Refused), Heard(1))
        .IsViolated("of transfer 1 1 of 2 parts were refused, and the others were not");

    [Fact]
    public void Not_reached_by_jobs_of_their_own() => _property.To(Submitted(1, position: 1, epoch: 0), Heard(1)).IsNotReached();

    private static TraceEvent Handed(long transfer, params long[] parts) => new TransferSubmitted(transfer, [.. parts]);

    private static TraceEvent Heard(long part, PartEnding how = PartEnding.Completed) => new TransferPartEnded(part, how);
}
