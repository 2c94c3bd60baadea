using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class EngineChoiceTests
{
    [Fact]
    public void Next_goes_round_among_equals_from_the_first()
    {
        var choice = new EngineChoice(engines: 3, first: 1);
        Assert.Equal([1, 2, 0, 1, 2, 0], Take(ref choice, 6));
    }

    [Fact]
    public void Next_takes_the_engine_with_the_fewest_unfinished_jobs()
    {
        var choice = new EngineChoice(engines: 3, first: 0);
        Take(ref choice, 6);
        choice.Ended(2);
        choice.Ended(2);
        choice.Ended(1);
        Assert.Equal([2, 1, 2], Take(ref choice, 3));
    }

    [Fact]
    public void Next_goes_on_round_even_when_each_job_ends_before_the_next_one()
    {
        var choice = new EngineChoice(engines: 2, first: 0);
        var taken = new List<int>();
        for (var job = 0; job < 4; job++)
        {
            taken.Add(choice.Next());
            choice.Ended(taken[^1]);
        }

        Assert.Equal([0, 1, 0, 1], taken);
    }

    [Fact]
    public void Next_passes_over_lost_engines_and_says_none_when_all_are_lost()
    {
        var choice = new EngineChoice(engines: 3, first: 0);
        choice.Lose(1);
        Assert.Equal([0, 2, 0, 2], Take(ref choice, 4));
        choice.Lose(0);
        Assert.Equal([2, 2], Take(ref choice, 2));
        choice.Lose(2);
        Assert.Equal(EngineChoice.None, choice.Next());
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(-1, 0)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(int.MinValue, 2)]
    public void First_is_taken_modulo_the_number_of_engines(int first, int expected) =>
        Assert.Equal(expected, new EngineChoice(engines: 3, first).Next());

    [Fact]
    public void Choice_needs_an_engine_and_takes_no_more_than_64()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EngineChoice(engines: 0, first: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EngineChoice(engines: 65, first: 0));
    }

    private static int[] Take(ref EngineChoice choice, int count)
    {
        var taken = new int[count];
        for (var i = 0; i < count; i++)
            taken[i] = choice.Next();
        return taken;
    }
}
