using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;
using Xunit;

namespace Sim.Tests.Hardware.Keystream;

public sealed class StripedSubSamplesTests
{
    [Fact]
    public void No_stripes_leave_sub_samples_as_they_are() =>
        Assert.Equal([new(5, 20)], StripedSubSamples.Expand([new(5, 20)], 0, 0)!);

    [Fact]
    public void Only_one_count_of_zero_is_not_allowed()
    {
        Assert.False(StripedSubSamples.IsValid(1, 0));
        Assert.Null(StripedSubSamples.Expand([new(5, 20)], 1, 0));
        Assert.Null(StripedSubSamples.Expand([new(5, 20)], 0, 9));
    }

    [Fact]
    public void Stripes_begin_anew_in_each_run_and_part_of_a_block_stays_clear()
    {
        SubSample[] map = [new(5, (16 * 5) + 3), new(2, 15)];

        var striped = StripedSubSamples.Expand(map, encryptedBlocks: 1, clearBlocks: 2)!;

        Assert.Equal([(5, 21), (53, 69)], Runs(striped));
        Assert.Equal(Total(map), Total(striped));
    }

    [Fact]
    public void Too_many_stripes_are_refused() =>
        Assert.Null(StripedSubSamples.Expand([new(0, uint.MaxValue)], 1, 1));

    [Fact]
    public void Sub_samples_of_any_size_do_not_overflow() =>
        Assert.Equal(
            [new(uint.MaxValue, 0), new(15, 0)],
            StripedSubSamples.Expand([new(uint.MaxValue, 15)], 1, 9)!);

    private static long Total(SubSample[] map) => map.Sum(one => (long)one.ClearBytes + one.EncryptedBytes);

    private static (long, long)[] Runs(SubSample[] map)
    {
        var runs = new List<(long, long)>();
        long offset = 0;
        foreach (var (clear, encrypted) in map)
        {
            offset += clear;
            if (encrypted > 0)
                runs.Add((offset, offset + encrypted));
            offset += encrypted;
        }

        return [.. runs];
    }
}
