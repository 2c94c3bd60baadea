using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class SessionKeyTests
{
    internal static readonly SessionKeyNonce First = SessionKeyNonce.Read(StandardVectors.Plain.AsSpan(0, 16));
    internal static readonly SessionKeyNonce Second = SessionKeyNonce.Read(StandardVectors.Plain.AsSpan(16, 16));

    [Fact]
    public void Refresh_is_the_key_xor_the_nonce()
    {
        using var key = new SessionKey(StandardVectors.Key);
        var expected = StandardVectors.Key.Zip(StandardVectors.Plain, (k, r) => (byte)(k ^ r)).ToArray();

        using var refreshed = key.Refresh(First);

        Assert.Equal(expected, Bytes(refreshed));
        Assert.Equal(StandardVectors.Key, Bytes(key));
    }

    [Fact]
    public void Overwriting_a_key_leaves_the_other_in_its_place()
    {
        using var register = new SessionKey(StandardVectors.Key);
        using var other = register.Refresh(First);

        register.Overwrite(other);
        var expected = Bytes(other);
        other.Zero();

        Assert.Equal(expected, Bytes(register));
    }

    [Fact]
    public void Refresh_twice_with_one_nonce_gives_the_old_key_back()
    {
        Prop.ForAll<ulong, ulong>((seed, index) =>
        {
            var keyBytes = new byte[16];
            NonceSource.Fill(seed, "key", (long)index, keyBytes);
            using var key = new SessionKey(keyBytes);
            var nonce = new NonceSource(seed, 1).Next();
            using var once = key.Refresh(nonce);
            using var twice = once.Refresh(nonce);
            return Bytes(twice).AsSpan().SequenceEqual(keyBytes) && once.CheckValue() != key.CheckValue();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Refreshes_compose_in_either_order()
    {
        using var key = new SessionKey(StandardVectors.Key);
        using var oneWay = key.Refresh(First).Refresh(Second);
        using var otherWay = key.Refresh(Second).Refresh(First);

        Assert.Equal(Bytes(oneWay), Bytes(otherWay));
        Assert.NotEqual(Bytes(key), Bytes(oneWay));
    }

    [Fact]
    public void Data_under_the_refreshed_key_decrypts_only_with_the_refreshed_key()
    {
        using var old = new SessionKey(StandardVectors.Key);
        using var fresh = old.Refresh(First);
        var cipher = new byte[64];
        AesCtr.Transform(fresh.Cipher, default, 0, StandardVectors.Plain, cipher);
        var late = new byte[64];
        var right = new byte[64];

        AesCtr.Transform(old.Cipher, default, 0, cipher, late);
        AesCtr.Transform(fresh.Cipher, default, 0, cipher, right);

        Assert.NotEqual(StandardVectors.Plain, late);
        Assert.Equal(StandardVectors.Plain, right);
    }

    // One block of NIST SP 800-38A, F.1.1.
    [Fact]
    public void WrapContentKey_is_one_ecb_block_and_UnwrapContentKey_undoes_it()
    {
        using var key = new SessionKey(StandardVectors.Key);
        var contentKey = StandardVectors.Plain[..16];
        var wrapped = new byte[16];
        var unwrapped = new byte[16];

        key.WrapContentKey(contentKey, wrapped);
        key.UnwrapContentKey(wrapped, unwrapped);

        Assert.Equal("3ad77bb40d7a3660a89ecaf32466ef97", Hex.Text(wrapped));
        Assert.Equal(contentKey, unwrapped);
    }

    [Fact]
    public void Content_key_is_unwrapped_into_a_register_as_it_is_into_memory()
    {
        using var key = new SessionKey(StandardVectors.Key);
        using var register = new AesKey();
        using var loaded = new AesKey(StandardVectors.Plain.AsSpan(0, 16));
        var wrapped = new byte[16];
        key.WrapContentKey(StandardVectors.Plain.AsSpan(0, 16), wrapped);

        key.UnwrapContentKey(WrappedContentKey.Read(wrapped), register);

        Assert.Equal(KeyCheckValue.Of(loaded), KeyCheckValue.Of(register));
        var (expected, block) = (new byte[16], new byte[16]);
        loaded.EncryptBlock(StandardVectors.Plain.AsSpan(16, 16), expected);
        register.EncryptBlock(StandardVectors.Plain.AsSpan(16, 16), block);
        Assert.Equal(expected, block);
    }

    [Theory]
    [InlineData(15, 16)]
    [InlineData(16, 17)]
    public void Content_keys_of_other_lengths_are_refused(int source, int destination)
    {
        using var key = new SessionKey(StandardVectors.Key);

        Assert.Throws<ArgumentException>(() => key.WrapContentKey(new byte[source], new byte[destination]));
        Assert.Throws<ArgumentException>(() => key.UnwrapContentKey(new byte[source], new byte[destination]));
    }

    [Fact]
    public void Unwrapping_under_the_key_of_another_epoch_gives_a_wrong_key()
    {
        using var old = new SessionKey(StandardVectors.Key);
        using var fresh = old.Refresh(First);
        var wrapped = new byte[16];
        old.WrapContentKey(StandardVectors.Plain.AsSpan(0, 16), wrapped);

        fresh.UnwrapContentKey(wrapped, wrapped);

        Assert.NotEqual(StandardVectors.Plain[..16], wrapped);
    }

    [Fact]
    public void A_wiped_key_shows_the_check_value_of_the_zero_key()
    {
        var key = new SessionKey(StandardVectors.Key);
        Assert.False(key.IsZeroed);
        Assert.Equal("7df76b", key.CheckValue().ToString());

        key.Zero();

        Assert.True(key.IsZeroed);
        Assert.Equal("66e94b", key.CheckValue().ToString());
    }

    [Fact]
    public void Dispose_wipes_the_key()
    {
        var key = new SessionKey(StandardVectors.Key);

        key.Dispose();

        Assert.True(key.IsZeroed);
        Assert.True(key.Cipher.IsZeroed);
    }

    [Fact]
    public void Keys_with_the_same_bytes_are_still_different_objects() =>
        Assert.NotEqual(new SessionKey(StandardVectors.Key), new SessionKey(StandardVectors.Key));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Keys_of_other_lengths_are_refused(int length) =>
        Assert.Throws<ArgumentException>(() => new SessionKey(new byte[length]));

    [Fact]
    public void ToString_shows_no_key_bytes() =>
        Redaction.AssertHidden(StandardVectors.Key, new SessionKey(StandardVectors.Key));

    private static byte[] Bytes(SessionKey key) => key.Cipher.Bytes.ToArray();
}
