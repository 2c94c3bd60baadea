using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class TransferSplitTests
{
    private static readonly byte[] Key = Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c");

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(1, 4, 1)]
    [InlineData(16, 4, 1)]
    [InlineData(33, 4, 3)]
    [InlineData(64, 4, 4)]
    [InlineData(1000, 3, 3)]
    [InlineData(4096, 16, 16)]
    public void Parts_together_decrypt_to_what_the_whole_does(int bytes, int parts, int expected)
    {
        // The count passes 2^64 within the transfer, and wraps as it does in the whole.
        var iv = new AesCtrIv(5, ulong.MaxValue - 2);
        var clear = Enumerable.Range(0, bytes).Select(number => (byte)number).ToArray();
        var source = new byte[bytes];
        using var key = new AesKey(Key);
        AesCtr.Transform(key, iv, 0, clear, source);
        var destination = new byte[bytes];

        var split = TransferSplit.Of(
            new DecryptionBlt(9, source, destination, iv, EncryptedRanges.Whole, ContentKey: null), parts, part => 100 + part);
        var unit = new DecryptionUnit();
        foreach (var part in split.Parts.Reverse())
            unit.Run(part, new SessionKey(Key));

        Assert.Equal(clear, destination);
        Assert.Equal(expected, split.Parts.Length);
        Assert.Equal(9, split.Transfer);
        Assert.Equal(Enumerable.Range(100, expected).Select(number => (long)number), split.Parts.Select(part => part.Job));
        Assert.All(split.Parts.SkipLast(1), part => Assert.Equal(0, part.Source.Length % 16));
    }

    [Fact]
    public void Transfer_that_is_encrypted_in_part_is_not_split()
    {
        var blt = new DecryptionBlt(
            1, new byte[64], new byte[64], default, EncryptedRanges.Pattern(new EncryptedBlockInfo(16, 16, 16)), ContentKey: null);
        Assert.Throws<ArgumentException>(() => TransferSplit.Of(blt, parts: 2, part => part));
    }
}
