using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class IvHistoryTests
{
    private IvHistory _history = new();

    [Fact]
    public void IsIncreasing_compares_with_the_last_iv_of_the_same_key()
    {
        _history.Record(Session(iv: 5));
        _history.Record(Content(key: 1, iv: 7));
        Assert.False(_history.IsIncreasing(Session(iv: 5)));
        Assert.True(_history.IsIncreasing(Session(iv: 6)));
        Assert.False(_history.IsIncreasing(Content(key: 1, iv: 7)));
        Assert.True(_history.IsIncreasing(Content(key: 1, iv: 8)));
        Assert.True(_history.IsIncreasing(Content(key: 2, iv: 1)));
    }

    [Fact]
    public void IsIncreasing_compares_unsigned_numbers()
    {
        _history.Record(Session(iv: long.MaxValue));
        Assert.True(_history.IsIncreasing(Session(iv: ulong.MaxValue)));
    }

    [Fact]
    public void Clear_forgets_every_key()
    {
        _history.Record(Session(iv: 5));
        _history.Record(Content(key: 1, iv: 5));
        _history.Clear();
        Assert.True(_history.IsIncreasing(Session(iv: 0)));
        Assert.True(_history.IsIncreasing(Content(key: 1, iv: 0)));
    }

    [Fact]
    public void Record_of_one_key_too_many_forgets_the_one_that_was_entered_first()
    {
        for (byte key = 0; key < IvHistory.MaxContentKeys; key++)
            _history.Record(Content(key, iv: 5));
        _history.Record(Content(key: 0, iv: 6));
        Assert.False(_history.IsIncreasing(Content(key: 0, iv: 5)));

        _history.Record(Content(key: 200, iv: 5));
        Assert.True(_history.IsIncreasing(Content(key: 0, iv: 5)));
        Assert.False(_history.IsIncreasing(Content(key: 1, iv: 5)));
        Assert.False(_history.IsIncreasing(Content(key: 200, iv: 5)));
    }

    [Fact]
    public void Record_tells_whether_the_iv_is_above_the_last_of_its_key()
    {
        Assert.True(_history.Record(Session(iv: 5)));
        Assert.False(_history.Record(Session(iv: 5)));
        Assert.True(_history.Record(Session(iv: 6)));
        Assert.True(_history.Record(Content(key: 1, iv: 5)));
        Assert.True(_history.Record(Content(key: 2, iv: 1)));
        Assert.False(_history.Record(Content(key: 1, iv: 4)));
        Assert.True(_history.Record(Content(key: 1, iv: 5)));
        Assert.False(_history.Record(Content(key: 2, iv: 1)));
    }

    [Theory]
    [InlineData(32, ulong.MaxValue, true)]
    [InlineData(32, ulong.MaxValue - 1, false)]
    [InlineData(17, ulong.MaxValue, true)]
    [InlineData(16, ulong.MaxValue, false)]
    [InlineData(0, ulong.MaxValue, false)]
    [InlineData(32, 0, false)]
    public void Wraps_counts_the_blocks_that_are_encrypted(int bytes, ulong count, bool wraps)
    {
        var blt = SampleCalls.Blt(1, count: count) with
        {
            Ranges = EncryptedRanges.SubSamples(new SubSample[] { new((uint)(32 - bytes), (uint)bytes) }),
        };
        Assert.Equal(wraps, IvHistory.Wraps(blt));
    }

    private static DecryptionBlt Session(ulong iv) => SampleCalls.Blt(1, iv: iv);

    private static DecryptionBlt Content(byte key, ulong iv) => SampleCalls.Blt(1, SampleCalls.ContentKey(key), iv);
}
