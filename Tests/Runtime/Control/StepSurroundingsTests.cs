using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.Control;

public sealed class StepSurroundingsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_flows_with_asynchronous_code_does_not_outlive_a_step(bool isHeld)
    {
        var driver = new SeededDriver();
        if (isHeld) driver.World.Hold();
        var local = new AsyncLocal<string?>();
        var seen = new List<string?>();
        var actor = driver.Start((message, _) =>
        {
            seen.Add(local.Value);
            local.Value = (string)message;
        });
        actor.Tell("first");
        actor.Tell("second");
        driver.Settle();

        Assert.Equal([null, null], seen);
        Assert.Null(local.Value);
        driver.World.Release();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Handlers_find_the_context_of_the_world_and_the_driver_its_own(bool isHeld)
    {
        var driver = new SeededDriver();
        var own = new SynchronizationContext();
        var before = SynchronizationContext.Current;
        var seen = new List<SynchronizationContext?>();
        SynchronizationContext.SetSynchronizationContext(own);
        try
        {
            var actor = driver.Start((_, _) =>
            {
                seen.Add(SynchronizationContext.Current);
                SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            });
            if (isHeld) driver.World.Hold();
            actor.Tell("first");
            actor.Tell("second");
            driver.Settle();
            driver.World.Release();

            Assert.Same(own, SynchronizationContext.Current);
            Assert.Equal(2, seen.Count);
            Assert.Same(seen[0], seen[1]);
            Assert.NotSame(own, seen[0]);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public void A_thread_that_handlers_leave_alone_is_let_go_as_it_was()
    {
        var driver = new SeededDriver();
        var before = SynchronizationContext.Current;
        var seen = 0;
        var actor = driver.Start((_, _) => seen++);
        actor.Tell("x");
        driver.World.Hold(isLeftAlone: true);
        driver.Settle();
        driver.World.Release();

        Assert.Equal(1, seen);
        Assert.Same(before, SynchronizationContext.Current);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_says_that_handlers_leave_the_thread_alone_hears_of_one_that_does_not(bool isLocal)
    {
        var driver = new SeededDriver();
        var before = SynchronizationContext.Current;
        var local = new AsyncLocal<string?>();
        var actor = driver.Start((_, _) =>
        {
            if (isLocal) local.Value = "x";
            else SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        });
        actor.Tell("x");
        driver.World.Hold(isLeftAlone: true);
        driver.Settle();

        Assert.Throws<InvalidOperationException>(driver.World.Release);
        Assert.Null(local.Value);
        Assert.Same(before, SynchronizationContext.Current);
        driver.World.Release();
    }
}
