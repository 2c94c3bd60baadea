using Akka.TestKit;
using Xunit;

namespace Sim.Tests.Runtime.TestKit;

public sealed class LatchAndBarrierTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task A_latch_opens_when_it_is_counted_down()
    {
        var latch = CreateTestLatch(2);
        var waiting = Task.Run(latch.Ready);
        latch.CountDown();
        Assert.False(latch.IsOpen);
        Assert.Contains("1 to go", Assert.Throws<TimeoutException>(() => latch.Ready(Short)).Message, StringComparison.Ordinal);
        latch.CountDown();
        await waiting;

        Assert.True(latch.IsOpen);
        latch.Reset();
        Assert.False(latch.IsOpen);
        latch.Open();
        latch.Ready(TimeSpan.Zero);
        Assert.Throws<InvalidOperationException>(latch.CountDown);
        Assert.Throws<ArgumentException>(() => latch.Ready(Timeout.InfiniteTimeSpan));
        Assert.True(new TestLatch(0).IsOpen);
    }

    [Fact]
    public async Task A_barrier_lets_its_threads_meet_again_and_again()
    {
        var barrier = CreateTestBarrier(2);
        var other = Task.Run(() =>
        {
            barrier.Await();
            barrier.Await(TimeSpan.FromSeconds(5));
        });
        barrier.Await();
        barrier.Await();
        await other;

        Assert.Throws<TimeoutException>(() => barrier.Await(Short));
        barrier.Reset();
        Assert.Throws<TimeoutException>(() => barrier.Await(Short));
    }
}
