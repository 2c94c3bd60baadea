using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class EncryptedBlockInfoTests
{
    // One row per case of the D3D11_ENCRYPTED_BLOCK_INFO page; 'e' is an encrypted byte, '.' a clear one.
    [Theory]
    [InlineData(3, 0, 0, "eee.......")]
    [InlineData(3, 2, 0, "eee.......")]
    [InlineData(3, 0, 2, "eeeeeeeeee")]
    [InlineData(0, 0, 2, "eeeeeeeeee")]
    [InlineData(0, 2, 3, "..eee..eee")]
    [InlineData(10, 2, 3, "eeeeeeeeee")]
    [InlineData(200, 2, 3, "eeeeeeeeee")]
    [InlineData(3, 2, 1, "eee..e..e.")]
    [InlineData(1, 4, 2, "e....ee...")]
    [InlineData(0, 0, 0, "..........")]
    [InlineData(0, 7, 0, "..........")]
    public void IsEncrypted_follows_the_table(uint beginning, uint skip, uint encrypt, string expected)
    {
        var info = new EncryptedBlockInfo(beginning, skip, encrypt);
        var actual = string.Concat(Enumerable.Range(0, 10).Select(i => info.IsEncrypted((ulong)i) ? 'e' : '.'));

        Assert.Equal(expected, actual);
        Assert.Equal(expected.Count(c => c == 'e'), EncryptedRanges.Pattern(info).EncryptedBytes(10));
    }

    [Fact]
    public void IsEncrypted_does_not_overflow_on_the_largest_runs()
    {
        var info = new EncryptedBlockInfo(uint.MaxValue, uint.MaxValue, uint.MaxValue);

        Assert.True(info.IsEncrypted(uint.MaxValue - 1UL));
        Assert.False(info.IsEncrypted(uint.MaxValue));
        Assert.False(info.IsEncrypted((2UL * uint.MaxValue) - 1));
        Assert.True(info.IsEncrypted(2UL * uint.MaxValue));
        Assert.False(info.IsEncrypted(3UL * uint.MaxValue));
    }
}
