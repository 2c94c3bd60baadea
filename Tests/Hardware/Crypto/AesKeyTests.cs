using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class AesKeyTests
{
    // NIST SP 800-38A, F.1.1 and F.1.2.
    [Theory]
    [InlineData(0, "3ad77bb40d7a3660a89ecaf32466ef97")]
    [InlineData(1, "f5d3d58503b9699de785895a96fdbaaf")]
    [InlineData(2, "43b1cd7f598ece23881b00e3ed030688")]
    [InlineData(3, "7b0c785e27e8ad3f8223207104725dd4")]
    public void Blocks_match_the_ecb_vectors_of_nist(int index, string expected)
    {
        using var key = new AesKey(StandardVectors.Key);
        var plain = StandardVectors.Plain.AsSpan(index * 16, 16);
        var block = new byte[16];

        key.EncryptBlock(plain, block);
        Assert.Equal(expected, Hex.Text(block));

        key.DecryptBlock(block, block);
        Assert.Equal(Hex.Text(plain), Hex.Text(block));
    }

    [Fact]
    public void Blocks_match_the_aes_of_the_platform_under_any_key()
    {
        Prop.ForAll<byte[], byte[]>((keySeed, blockSeed) =>
        {
            var keyBytes = SHA256.HashData(keySeed)[..16];
            var plain = SHA256.HashData(blockSeed)[..16];
            using var key = new AesKey(keyBytes);
            using var aes = Aes.Create();
            aes.Key = keyBytes;
            var mine = new byte[16];
            key.EncryptBlock(plain, mine);
            var back = new byte[16];
            key.DecryptBlock(mine, back);
            var portable = new byte[16];
            PortableAesBlock.Encrypt(keyBytes, plain, portable);
            return mine.AsSpan().SequenceEqual(aes.EncryptEcb(plain, PaddingMode.None))
                && mine.AsSpan().SequenceEqual(portable)
                && back.AsSpan().SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Load_replaces_the_key_without_allocating()
    {
        using var reused = new AesKey();
        using var other = new AesKey(StandardVectors.Plain.AsSpan(0, 16));
        reused.Load(StandardVectors.Key);

        var before = GC.GetAllocatedBytesForCurrentThread();
        reused.Load(StandardVectors.Plain.AsSpan(0, 16));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(KeyCheckValue.Of(other), KeyCheckValue.Of(reused));
        if (X86AesBlock.IsSupported)
            Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(32)]
    public void Load_refuses_other_lengths_and_keeps_the_key(int length)
    {
        using var key = new AesKey(StandardVectors.Key);
        var before = KeyCheckValue.Of(key);

        Assert.Throws<ArgumentException>(() => key.Load(new byte[length]));

        Assert.Equal(before, KeyCheckValue.Of(key));
        Assert.Throws<ArgumentException>(() => new AesKey(new byte[length]));
    }

    [Theory]
    [InlineData(15, 16)]
    [InlineData(16, 15)]
    [InlineData(17, 16)]
    [InlineData(16, 17)]
    public void Blocks_of_other_lengths_are_refused(int source, int destination)
    {
        using var key = new AesKey();

        Assert.Throws<ArgumentException>(() => key.EncryptBlock(new byte[source], new byte[destination]));
        Assert.Throws<ArgumentException>(() => key.DecryptBlock(new byte[source], new byte[destination]));
    }

    [Fact]
    public void Zero_leaves_the_all_zero_key_in_both_directions()
    {
        using var key = new AesKey(StandardVectors.Key);
        Assert.False(key.IsZeroed);

        key.Zero();

        Assert.True(key.IsZeroed);
        Assert.Equal(KeyCheckValue.Of(new AesKey()), KeyCheckValue.Of(key));
        var block = StandardVectors.Plain[..16];
        key.EncryptBlock(block, block);
        key.DecryptBlock(block, block);
        Assert.Equal(StandardVectors.Plain[..16], block);
    }

    [Fact]
    public void Zero_leaves_nothing_of_the_key_in_the_schedule()
    {
        var key = new AesKey(StandardVectors.Key);
        ReadOnlySpan<UInt128> empty = new AesKey().Schedule;

        key.Dispose();

        ReadOnlySpan<UInt128> left = key.Schedule;
        Assert.True(left.SequenceEqual(empty));
    }

    [Fact]
    public void An_empty_key_is_the_zero_key()
    {
        using var key = new AesKey();

        Assert.True(key.IsZeroed);
        Assert.Equal(KeyCheckValue.Of(new AesKey(new byte[16])), KeyCheckValue.Of(key));
    }

    [Fact]
    public void ToString_shows_no_key_bytes() =>
        Redaction.AssertHidden(StandardVectors.Key, new AesKey(StandardVectors.Key));
}
