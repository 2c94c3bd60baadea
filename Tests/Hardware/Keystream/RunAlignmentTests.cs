using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;
using Xunit;

namespace Sim.Tests.Hardware.Keystream;

public sealed class RunAlignmentTests
{
    [Theory]
    [InlineData(32, 144, 16, 192, true)]
    [InlineData(0, 16, 16, 32, true)]
    [InlineData(100, 20, 2, 192, false)]
    [InlineData(33, 144, 16, 192, false)]
    [InlineData(32, 145, 16, 192, false)]
    [InlineData(32, 144, 17, 192, false)]
    [InlineData(32, 144, 16, 193, false)]
    public void Runs_of_a_pattern_are_whole_blocks(uint begin, uint skip, uint encrypt, int length, bool aligned) =>
        Assert.Equal(aligned, IsAligned(EncryptedRanges.Pattern(new(begin, skip, encrypt)), length));

    [Fact]
    public void A_whole_buffer_is_whole_blocks()
    {
        Assert.True(IsAligned(EncryptedRanges.Whole, 32));
        Assert.False(IsAligned(EncryptedRanges.Whole, 33));
    }

    [Fact]
    public void Blocks_of_one_byte_and_a_tolerant_choice_take_everything()
    {
        var odd = EncryptedRanges.Pattern(new(100, 20, 2));
        var tolerant = new DdiChoices { PartialBlock = PartialBlock.UsePrefix };

        Assert.True(IsAligned(odd, 7, block: 1));
        Assert.True(RunAlignment.IsAligned(odd, 7, 16, tolerant));
    }

    [Fact]
    public void Sub_samples_need_not_be_whole_blocks() =>
        Assert.True(IsAligned(EncryptedRanges.SubSamples(new SubSample[] { new(1, 6) }), 7));

    private static bool IsAligned(EncryptedRanges ranges, int length, uint block = 16) =>
        RunAlignment.IsAligned(ranges, length, block, DdiChoices.Default);
}
