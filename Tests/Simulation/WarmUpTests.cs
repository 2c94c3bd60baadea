using Sim.Simulation.Exploration;
using Xunit;

namespace Sim.Tests.Simulation;

public sealed class WarmUpTests
{
    [Fact]
    public void It_is_over_at_once_where_nobody_waits() => Assert.True(new WarmUp(isAwaited: false).IsOver);

    [Fact]
    public void Code_that_is_still_compiled_is_waited_for_no_longer_than_four_million_steps()
    {
        var warmUp = new WarmUp(isAwaited: true);
        for (var steps = 0; steps < 1 << 22; steps += 1 << 15)
        {
            warmUp.Note(steps, compiled: steps);
            Assert.False(warmUp.IsOver);
        }

        warmUp.Note(1 << 22, compiled: 1 << 22);
        Assert.True(warmUp.IsOver);
    }

    [Fact]
    public void It_is_over_when_nothing_was_compiled_for_65_536_steps()
    {
        var warmUp = new WarmUp(isAwaited: true);
        warmUp.Note(10_000, compiled: 7);
        warmUp.Note(75_535, compiled: 7);
        Assert.False(warmUp.IsOver);
        warmUp.Note(75_536, compiled: 7);
        Assert.True(warmUp.IsOver);
        warmUp.Wait();
    }
}
