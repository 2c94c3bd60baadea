using Sim.Checkers;
using Xunit;
using static Sim.Tests.Checkers.Told;

namespace Sim.Tests.Checkers;

public sealed class NoCounterReusePerKeyTests
{
    private readonly NoCounterReusePerKey _property = new();

    [Fact]
    public void Holds_when_IVs_grow() => _property.To(
        Streamed(1, epoch: 0, iv: 1, count: 100, blocks: 50), Streamed(2, epoch: 0, iv: 2)).IsHeld();

    [Fact]
    public void Holds_when_a_job_goes_on_right_behind_the_last_block() => _property.To(
        Streamed(1, epoch: 0, iv: 1, count: 0, blocks: 50), Streamed(2, epoch: 0, iv: 1, count: 50)).IsHeld();

    [Fact]
    public void Holds_when_the_same_blocks_are_used_under_another_key() => _property.To(
        Streamed(1, epoch: 0, iv: 1), Streamed(2, epoch: 1, iv: 1), Streamed(3, epoch: 0, iv: 1, session: 1)).IsHeld();

    [Fact]
    public void Holds_up_to_the_last_block_of_an_IV() =>
        _property.To(Streamed(1, epoch: 0, iv: 1, count: ulong.MaxValue, blocks: 1)).IsHeld();

    [Fact]
    public void Holds_when_a_job_encrypts_nothing() => _property.To(
        Streamed(1, epoch: 0, iv: 5), Streamed(2, epoch: 0, iv: 5, blocks: 0)).IsHeld();

    [Theory]
    [InlineData(7, 10)]
    [InlineData(7, 14)]
    [InlineData(7, 0)]
    [InlineData(6, 99)]
    public void Violated_by_a_job_that_does_not_begin_above_the_last_block(ulong iv, ulong count) => _property.To(
        Streamed(1, epoch: 0, iv: 7, count: 10, blocks: 5), Streamed(2, epoch: 0, iv, count))
        .IsViolated("of job 1: key stream may be used twice");

    [Fact]
    public void Violated_again_by_the_same_blocks_after_a_violation()
    {
        _property.To(
            Streamed(1, epoch: 0, iv: 7, count: 10, blocks: 5), Streamed(2, epoch: 0, iv: 6), Streamed(3, epoch: 0, iv: 7, count: 14));
        Assert.Equal(2, _property.Violations);
    }

    [Fact]
    public void Violated_by_a_block_count_that_runs_past_its_end() => _property.To(
        Streamed(1, epoch: 0, iv: 1, count: ulong.MaxValue, blocks: 2)).IsViolated("2 blocks from block 18446744073709551615 run past 2^64");

    [Fact]
    public void Violated_by_a_job_on_the_IV_of_one_that_ran_past_its_end()
    {
        _property.To(Streamed(1, epoch: 0, iv: 1, count: ulong.MaxValue, blocks: 2), Streamed(2, epoch: 0, iv: 1, count: 0));
        Assert.Equal(2, _property.Violations);
    }

    [Fact]
    public void Says_nothing_about_content_keys() => _property.To(
        Streamed(1, epoch: 0, iv: 1, contentKey: true), Streamed(2, epoch: 0, iv: 1, contentKey: true)).IsNotReached();

    [Fact]
    public void Not_reached_when_no_job_was_accepted() => _property.To(Opened()).IsNotReached();
}
