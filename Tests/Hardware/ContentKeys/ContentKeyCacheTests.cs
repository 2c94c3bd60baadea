using Sim.Hardware.ContentKeys;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.ContentKeys;

public sealed class ContentKeyCacheTests
{
    [Fact]
    public void A_key_is_loaded_once_and_then_found()
    {
        var cache = new ContentKeyCache(2);

        Assert.Equal("load 0", Find(cache, epoch: 0, key: 1));
        Assert.Equal("found 0", Find(cache, epoch: 0, key: 1));
        Assert.Equal("load 1", Find(cache, epoch: 0, key: 2));
        Assert.Equal("found 0", Find(cache, epoch: 0, key: 1));
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void The_same_bytes_under_another_session_key_are_another_key()
    {
        var cache = new ContentKeyCache(4);
        Find(cache, epoch: 0, key: 1);

        Assert.Equal("load 1", Find(cache, epoch: 1, key: 1));
        Assert.Equal("found 0", Find(cache, epoch: 0, key: 1));
    }

    [Fact]
    public void When_full_the_key_that_was_loaded_first_makes_room()
    {
        var cache = new ContentKeyCache(2);
        Find(cache, epoch: 0, key: 1);
        Find(cache, epoch: 0, key: 2);

        Assert.Equal("load 0", Find(cache, epoch: 0, key: 3));
        Assert.Equal("load 1", Find(cache, epoch: 0, key: 4));
        Assert.Equal("found 0", Find(cache, epoch: 0, key: 3));
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void The_end_of_an_epoch_forgets_its_keys_and_frees_their_registers_first()
    {
        var cache = new ContentKeyCache(3);
        Find(cache, epoch: 0, key: 1);
        Find(cache, epoch: 1, key: 1);
        Find(cache, epoch: 0, key: 2);
        List<int> toZero = [];

        cache.End(0, toZero);

        Assert.Equal([0, 2], toZero);
        Assert.Equal(1, cache.Count);
        Assert.Equal("found 1", Find(cache, epoch: 1, key: 1));
        Assert.Equal("load 0", Find(cache, epoch: 1, key: 2));
        Assert.Equal("load 2", Find(cache, epoch: 1, key: 3));
        Assert.Equal("load 1", Find(cache, epoch: 1, key: 4));
    }

    [Fact]
    public void An_engine_has_a_register() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContentKeyCache(0));

    private static string Find(ContentKeyCache cache, int epoch, byte key) =>
        cache.TryFind(epoch, SampleCalls.ContentKey(key), out var register) ? $"found {register}" : $"load {register}";
}
