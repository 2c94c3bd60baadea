using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Fences;
using Xunit;

namespace Sim.Tests.Hardware.Fences;

public sealed class ProgressCounterTests
{
    [Fact]
    public void Nobody_is_told_who_has_not_asked()
    {
        var counter = new ProgressCounter();
        Assert.False(counter.Advance());
        Assert.False(counter.Advance());
        Assert.Equal(2UL, counter.Value);
    }

    [Fact]
    public void Who_asks_is_told_once_when_the_value_is_there()
    {
        var counter = new ProgressCounter();
        Assert.False(counter.TellAt(2));
        Assert.Equal([false, true, false, false], [counter.Advance(), counter.Advance(), counter.Advance(), counter.Advance()]);
    }

    [Fact]
    public void Value_that_is_there_is_told_at_once_and_leaves_what_was_asked_for()
    {
        var counter = new ProgressCounter();
        counter.Advance();
        counter.TellAt(2);
        Assert.True(counter.TellAt(0));
        Assert.True(counter.TellAt(1));
        Assert.True(counter.Advance());
    }

    [Fact]
    public void Lowest_value_that_was_asked_for_is_told_first() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 30).NonEmptyListOf().ToArbitrary(),
        values =>
        {
            var counter = new ProgressCounter();
            foreach (var value in values)
                counter.TellAt((ulong)value);
            while (!counter.Advance())
            {
            }

            return counter.Value == (ulong)values.Min();
        }));
}
