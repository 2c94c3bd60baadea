using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Fences;
using Xunit;

namespace Sim.Tests.Hardware.Fences;

public sealed class FenceTimelineTests
{
    private readonly FenceTimeline<char> _fence = new(waitsMax: 4);
    private readonly List<(ulong Value, char Waiter)> _ended = [];

    [Fact]
    public void Fence_begins_at_zero_which_is_reached()
    {
        Assert.Equal(0UL, _fence.Value);
        Assert.Equal(FenceWait.Reached, _fence.Wait(0, 'a'));
        Assert.Null(_fence.Lowest);
    }

    [Fact]
    public void Wait_that_comes_before_its_signal_ends_with_it()
    {
        Assert.Equal(FenceWait.Registered, _fence.Wait(2, 'a'));
        Assert.Empty(Signal(1));
        Assert.Equal([(2, 'a')], Signal(2));
        Assert.Empty(Signal(3));
    }

    [Fact]
    public void Wait_that_comes_behind_its_signal_has_nothing_to_wait_for()
    {
        Signal(5);
        Assert.Equal(FenceWait.Reached, _fence.Wait(4, 'a'));
        Assert.Equal(FenceWait.Reached, _fence.Wait(5, 'a'));
        Assert.Equal(0, _fence.Waits);
    }

    [Fact]
    public void One_signal_ends_all_waits_that_it_passes_in_the_order_of_their_values_and_then_their_own()
    {
        _fence.Wait(3, 'a');
        _fence.Wait(1, 'b');
        _fence.Wait(3, 'c');
        _fence.Wait(4, 'd');
        Assert.Equal(1UL, _fence.Lowest);
        Assert.Equal([(1, 'b'), (3, 'a'), (3, 'c')], Signal(3));
        Assert.Equal(4UL, _fence.Lowest);
    }

    [Fact]
    public void Signal_never_lowers_the_counter()
    {
        Signal(5);
        _fence.Wait(6, 'a');
        Assert.Equal(FenceSignal.NotAbove, _fence.Signal(5, _ended));
        Assert.Equal(FenceSignal.NotAbove, _fence.Signal(4, _ended));
        Assert.Empty(_ended);
        Assert.Equal(5UL, _fence.Value);
    }

    [Fact]
    public void Counter_reaches_the_last_value_there_is()
    {
        _fence.Wait(ulong.MaxValue, 'a');
        Assert.Equal([(ulong.MaxValue, 'a')], Signal(ulong.MaxValue));
        Assert.Equal(FenceSignal.NotAbove, _fence.Signal(0, _ended));
    }

    [Fact]
    public void Wait_beyond_the_bound_is_refused_until_another_one_has_ended()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(FenceWait.Registered, _fence.Wait((ulong)i + 1, 'a'));
        Assert.Equal(FenceWait.TooMany, _fence.Wait(9, 'b'));
        Signal(1);
        Assert.Equal(FenceWait.Registered, _fence.Wait(9, 'b'));
    }

    [Fact]
    public void Loss_of_the_producer_ends_every_wait_and_leaves_the_counter()
    {
        Signal(2);
        _fence.Wait(9, 'a');
        _fence.Wait(3, 'b');
        _fence.Lose(_ended);
        Assert.Equal([(3, 'b'), (9, 'a')], _ended);
        Assert.Equal(0, _fence.Waits);
        Assert.Equal(2UL, _fence.Value);
    }

    [Fact]
    public void Behind_the_loss_what_was_signalled_is_reached_and_nothing_else_ever()
    {
        Signal(2);
        _fence.Lose(_ended);
        Assert.Equal(FenceSignal.Lost, _fence.Signal(3, _ended));
        Assert.Equal(FenceWait.Reached, _fence.Wait(2, 'a'));
        Assert.Equal(FenceWait.Lost, _fence.Wait(3, 'a'));
        _fence.Lose(_ended);
        Assert.Empty(_ended);
    }

    [Fact]
    public void Fence_without_room_for_a_wait_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FenceTimeline<char>(0));

    // A step is a value to wait for (above 0), a value to signal (below), or the loss (0).
    [Fact]
    public void Every_wait_is_answered_once_and_with_the_truth() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Frequency((6, Gen.Choose(1, 20)), (4, Gen.Choose(-20, -1)), (1, Gen.Constant(0))).ListOf().ToArbitrary(),
        steps =>
        {
            var fence = new FenceTimeline<int>(waitsMax: 5);
            var answers = new int[steps.Count];
            for (var i = 0; i < steps.Count; i++)
            {
                var before = fence.Value;
                List<(ulong Value, int Waiter)> ended = [];
                if (steps[i] > 0)
                {
                    var verdict = fence.Wait((ulong)steps[i], i);
                    answers[i] += verdict == FenceWait.Registered ? 0 : 1;
                    Assert.Equal((ulong)steps[i] <= before, verdict == FenceWait.Reached);
                }
                else if (steps[i] < 0)
                {
                    var verdict = fence.Signal((ulong)-steps[i], ended);
                    Assert.Equal(verdict == FenceSignal.Raised, fence.Value > before);
                    Assert.All(ended, wait => Assert.InRange(wait.Value, before + 1, fence.Value));
                }
                else
                {
                    fence.Lose(ended);
                    Assert.All(ended, wait => Assert.True(wait.Value > fence.Value));
                }

                Assert.True(fence.Value >= before);
                Assert.InRange(fence.Waits, 0, 5);
                Assert.True(fence.Lowest is not { } lowest || lowest > fence.Value);
                Assert.Equal(ended.OrderBy(wait => wait.Value).ThenBy(wait => wait.Waiter), ended);
                foreach (var (value, waiter) in ended)
                {
                    Assert.Equal(steps[waiter], (int)value);
                    answers[waiter]++;
                }
            }

            List<(ulong, int)> left = [];
            fence.Lose(left);
            foreach (var (_, waiter) in left)
                answers[waiter]++;
            return Enumerable.Range(0, steps.Count).All(i => answers[i] == (steps[i] > 0 ? 1 : 0));
        }));

    private List<(ulong Value, char Waiter)> Signal(ulong value)
    {
        List<(ulong Value, char Waiter)> reached = [];
        Assert.Equal(FenceSignal.Raised, _fence.Signal(value, reached));
        return reached;
    }
}
