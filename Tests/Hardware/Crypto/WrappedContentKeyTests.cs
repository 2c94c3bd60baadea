using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class WrappedContentKeyTests
{
    [Fact]
    public void Write_gives_back_what_was_read()
    {
        var bytes = new byte[16];

        WrappedContentKey.Read(StandardVectors.Key).Write(bytes);

        Assert.Equal(StandardVectors.Key, bytes);
    }

    [Fact]
    public void Values_with_the_same_bytes_are_equal()
    {
        Assert.Equal(WrappedContentKey.Read(StandardVectors.Key), WrappedContentKey.Read(StandardVectors.Key));
        Assert.NotEqual(WrappedContentKey.Read(StandardVectors.Key), default);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Other_lengths_are_refused(int length)
    {
        Assert.Throws<ArgumentException>(() => WrappedContentKey.Read(new byte[length]));
        Assert.Throws<ArgumentException>(() => default(WrappedContentKey).Write(new byte[length]));
    }

    [Fact]
    public void ToString_shows_no_key_bytes() =>
        Redaction.AssertHidden(StandardVectors.Key, WrappedContentKey.Read(StandardVectors.Key));
}
