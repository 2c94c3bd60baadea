using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

public sealed class SequenceNumbersTests
{
    [Theory]
    [InlineData(SequenceRule.StartThenAbove, null, 100, true)]
    [InlineData(SequenceRule.StartThenAbove, null, 101, false)]
    [InlineData(SequenceRule.StartThenAbove, null, 99, false)]
    [InlineData(SequenceRule.StartThenAbove, 100u, 101, true)]
    [InlineData(SequenceRule.StartThenAbove, 100u, 100, false)]
    [InlineData(SequenceRule.StartThenAbove, 100u, 5000, true)]
    [InlineData(SequenceRule.AboveStart, null, 100, false)]
    [InlineData(SequenceRule.AboveStart, null, 101, true)]
    [InlineData(SequenceRule.AboveStart, 200u, 200, false)]
    [InlineData(SequenceRule.AboveStart, 200u, 300, true)]
    [InlineData(SequenceRule.ExactlyNext, null, 100, true)]
    [InlineData(SequenceRule.ExactlyNext, null, 101, false)]
    [InlineData(SequenceRule.ExactlyNext, 100u, 101, true)]
    [InlineData(SequenceRule.ExactlyNext, 100u, 102, false)]
    public void A_number_is_taken_by_the_rule(SequenceRule rule, uint? last, uint number, bool taken) =>
        Assert.Equal(taken, new SequenceNumbers(100, last).Takes(number, new DdiChoices { SequenceRule = rule }));

    [Theory]
    [InlineData(SequenceRule.StartThenAbove)]
    [InlineData(SequenceRule.ExactlyNext)]
    public void Numbers_end_at_their_32_bits_unless_chosen_otherwise(SequenceRule rule)
    {
        var atEnd = new SequenceNumbers(uint.MaxValue, uint.MaxValue);
        var wrapping = new DdiChoices { SequenceRule = rule, SequenceWrap = SequenceWrap.SerialArithmetic };

        Assert.False(atEnd.Takes(0, new DdiChoices { SequenceRule = rule }));
        Assert.True(atEnd.Takes(0, wrapping));
        Assert.False(atEnd.Takes(uint.MaxValue, wrapping));
        Assert.False(atEnd.Takes(0x7FFFFFFF, wrapping));
    }

    [Fact]
    public void Taken_remembers_the_last() =>
        Assert.Equal(new SequenceNumbers(5, 9), new SequenceNumbers(5).Taken(9));
}
