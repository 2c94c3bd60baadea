using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class RefreshBarrierTests
{
    private const int Capacity = 20;

    private RefreshBarrier _barrier = new(Capacity);

    [Fact]
    public void Entries_come_out_in_the_order_in_which_they_were_held()
    {
        var (held, popped) = (0, 0);
        foreach (var (more, fewer) in new[] { (3, 2), (4, 1), (6, 8), (15, 10), (9, 16) })
        {
            for (var i = 0; i < more; i++)
                Hold(++held);
            for (var i = 0; i < fewer; i++)
            {
                Assert.Equal(++popped, First());
                _barrier.Pop();
            }

            Assert.Equal(held - popped, _barrier.Count);
        }

        Assert.True(_barrier.IsOpen);
        Assert.False(_barrier.TryPeek(out _, out _));
    }

    [Fact]
    public void Entry_too_many_is_a_fault()
    {
        for (var i = 1; i <= Capacity; i++)
            Hold(i);
        Assert.Throws<InvalidOperationException>(() => Hold(Capacity + 1));
    }

    [Fact]
    public void Everything_held_is_given_up_in_order()
    {
        for (var i = 1; i <= 4; i++)
            Hold(i);
        _barrier.Pop();
        Hold(5);
        List<KeySwitchDecision> decisions = [];
        _barrier.Abandon(decisions);

        Assert.Equal(
            [(2, true), (3, false), (4, true), (5, false)],
            decisions.Select(dropped => dropped.Kind == KeySwitchDecision.Kinds.DropSwitch
                ? (dropped.KeySwitch.Epoch, true)
                : ((int)dropped.Job!.Job, false)));
        Assert.True(_barrier.IsOpen);
    }

    // Each even number is a key switch, each odd one a job.
    private void Hold(int number)
    {
        if (number % 2 == 0)
            _barrier.Hold(SampleCalls.Switch(number));
        else
            _barrier.Hold(SampleCalls.Latched(number, epoch: 0));
    }

    private long First()
    {
        Assert.True(_barrier.TryPeek(out var job, out var keySwitch));
        return job?.Job ?? keySwitch.Epoch;
    }
}
