using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class EncryptedRangesTests
{
    internal static readonly SubSample[] Map = [new(5, 20), new(0, 7), new(9, 0)];

    [Theory]
    [InlineData(41, true)]
    [InlineData(40, false)]
    [InlineData(42, false)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void Fits_wants_sub_samples_that_add_up_to_exactly_the_length(int length, bool expected) =>
        Assert.Equal(expected, EncryptedRanges.SubSamples(Map).Fits(length));

    [Fact]
    public void Fits_is_not_fooled_by_sums_that_overflow_32_bits()
    {
        var ranges = EncryptedRanges.SubSamples(new SubSample[] { new(uint.MaxValue, 0), new(0, 17) });

        Assert.False(ranges.Fits(16));
        Assert.Throws<ArgumentException>(() => ranges.EncryptedBytes(16));
    }

    [Fact]
    public void No_sub_samples_fit_only_an_empty_buffer()
    {
        Assert.True(EncryptedRanges.SubSamples(default).Fits(0));
        Assert.False(EncryptedRanges.SubSamples(default).Fits(1));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1000, true)]
    [InlineData(-1, false)]
    public void Whole_and_Pattern_fit_every_length(int length, bool expected)
    {
        Assert.Equal(expected, EncryptedRanges.Whole.Fits(length));
        Assert.Equal(expected, EncryptedRanges.Pattern(new(16, 144, 16)).Fits(length));
    }

    [Fact]
    public void EncryptedBytes_counts_the_encrypted_runs()
    {
        Assert.Equal(41, EncryptedRanges.Whole.EncryptedBytes(41));
        Assert.Equal(27, EncryptedRanges.SubSamples(Map).EncryptedBytes(41));
        Assert.Equal(16 + 16 + 3, EncryptedRanges.Pattern(new(16, 10, 16)).EncryptedBytes(16 + 26 + 13));
    }

    [Fact]
    public void Layouts_that_say_the_same_are_equal()
    {
        Assert.Equal(EncryptedRanges.SubSamples(Map), EncryptedRanges.SubSamples(Map.ToArray()));
        Assert.Equal(
            EncryptedRanges.SubSamples(Map).GetHashCode(), EncryptedRanges.SubSamples(Map.ToArray()).GetHashCode());
        Assert.Equal(EncryptedRanges.Pattern(new(1, 2, 3)), EncryptedRanges.Pattern(new(1, 2, 3)));
        Assert.NotEqual(EncryptedRanges.SubSamples(Map), EncryptedRanges.SubSamples(Map.AsMemory(1)));
        Assert.NotEqual(EncryptedRanges.Whole, EncryptedRanges.SubSamples(default));
        Assert.NotEqual(EncryptedRanges.Whole, EncryptedRanges.Pattern(default));
    }
}
