using System.Security.Cryptography;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class DeviceKeyPairTests
{
    [Fact]
    public void TryUnwrap_gives_back_the_key_that_a_client_wrapped()
    {
        using var device = DeviceKeyPair.CreateSimulated();
        var wrapped = DeviceKeyPair.Wrap(device.PublicKey, StandardVectors.Key);
        var key = new byte[16];

        Assert.True(device.TryUnwrap(wrapped, key));
        Assert.Equal(StandardVectors.Key, key);
        Assert.Equal(DeviceKeyPair.WrappedSize, wrapped.Length);
    }

    [Fact]
    public void PublicKey_is_the_same_rsa_2048_key_in_every_run()
    {
        using var one = DeviceKeyPair.CreateSimulated();
        using var other = DeviceKeyPair.CreateSimulated();
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(one.PublicKey, out _);

        Assert.Equal(2048, rsa.KeySize);
        Assert.Equal(one.PublicKey, other.PublicKey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(257)]
    public void TryUnwrap_refuses_other_sizes(int length)
    {
        using var device = DeviceKeyPair.CreateSimulated();
        var wrapped = DeviceKeyPair.Wrap(device.PublicKey, StandardVectors.Key);
        Array.Resize(ref wrapped, length);

        AssertRefused(device, wrapped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void TryUnwrap_refuses_a_damaged_message(int position)
    {
        using var device = DeviceKeyPair.CreateSimulated();
        var wrapped = DeviceKeyPair.Wrap(device.PublicKey, StandardVectors.Key);
        wrapped[position] ^= 1;

        AssertRefused(device, wrapped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(40)]
    public void TryUnwrap_refuses_another_payload_size(int length)
    {
        using var device = DeviceKeyPair.CreateSimulated();

        AssertRefused(device, Encrypt(device, new byte[length], RSAEncryptionPadding.OaepSHA512));
    }

    [Fact]
    public void TryUnwrap_refuses_another_padding()
    {
        using var device = DeviceKeyPair.CreateSimulated();

        AssertRefused(device, Encrypt(device, StandardVectors.Key, RSAEncryptionPadding.OaepSHA1));
        AssertRefused(device, Encrypt(device, StandardVectors.Key, RSAEncryptionPadding.OaepSHA256));
    }

    [Fact]
    public void TryUnwrap_refuses_a_number_beyond_the_modulus()
    {
        using var device = DeviceKeyPair.CreateSimulated();
        var wrapped = new byte[256];
        Array.Fill(wrapped, (byte)0xff);

        AssertRefused(device, wrapped);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Keys_of_other_lengths_are_refused(int length)
    {
        using var device = DeviceKeyPair.CreateSimulated();

        Assert.Throws<ArgumentException>(() => DeviceKeyPair.Wrap(device.PublicKey, new byte[length]));
        Assert.Throws<ArgumentException>(() => device.TryUnwrap(new byte[256], new byte[length]));
    }

    [Fact]
    public void Wrap_refuses_what_is_not_a_public_key() =>
        Assert.ThrowsAny<CryptographicException>(() => DeviceKeyPair.Wrap(new byte[20], StandardVectors.Key));

    [Fact]
    public void Several_threads_may_unwrap_at_once()
    {
        using var device = DeviceKeyPair.CreateSimulated();
        var wrapped = DeviceKeyPair.Wrap(device.PublicKey, StandardVectors.Key);

        var keys = new byte[32][];
        Parallel.For(0, keys.Length, i =>
        {
            keys[i] = new byte[16];
            Assert.True(device.TryUnwrap(wrapped, keys[i]));
        });

        Assert.All(keys, key => Assert.Equal(StandardVectors.Key, key));
    }

    [Fact]
    public void Dispose_before_any_use_is_fine()
    {
        var device = DeviceKeyPair.CreateSimulated();

        device.Dispose();

        Assert.Equal("DeviceKeyPair (redacted)", device.ToString());
    }

    private static void AssertRefused(DeviceKeyPair device, byte[] wrapped)
    {
        var key = StandardVectors.Plain[..16];

        Assert.False(device.TryUnwrap(wrapped, key));
        Assert.Equal(StandardVectors.Plain[..16], key);
    }

    private static byte[] Encrypt(DeviceKeyPair device, byte[] payload, RSAEncryptionPadding padding)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(device.PublicKey, out _);
        return rsa.Encrypt(payload, padding);
    }
}
