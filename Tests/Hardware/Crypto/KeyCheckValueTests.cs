using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class KeyCheckValueTests
{
    // The zero key encrypts the zero block to 66e94bd4... (FIPS 197 known answers of the CAVP).
    [Fact]
    public void Of_the_zero_key_is_known() => Assert.Equal("66e94b", KeyCheckValue.Of(new AesKey()).ToString());

    // openssl enc -aes-128-ecb -K 2b7e151628aed2a6abf7158809cf4f3c -nopad of 16 zero bytes.
    [Fact]
    public void Of_a_key_is_the_start_of_the_encrypted_zero_block() =>
        Assert.Equal("7df76b", KeyCheckValue.Of(new AesKey(StandardVectors.Key)).ToString());

    [Theory]
    [InlineData("000000")]
    [InlineData("00000f")]
    [InlineData("66e94b")]
    public void Parse_gives_back_what_ToString_wrote(string text) =>
        Assert.Equal(text, KeyCheckValue.Parse(text).ToString());

    [Fact]
    public void Parse_takes_either_case() => Assert.Equal(KeyCheckValue.Parse("abcdef"), KeyCheckValue.Parse("ABCDEF"));

    [Fact]
    public void Values_of_different_keys_differ() =>
        Assert.NotEqual(KeyCheckValue.Of(new AesKey()), KeyCheckValue.Of(new AesKey(StandardVectors.Key)));

    [Theory]
    [InlineData("")]
    [InlineData("66e94")]
    [InlineData("66e94b0")]
    [InlineData("66e94g")]
    [InlineData(" 66e94")]
    [InlineData("0x66e9")]
    [InlineData("-66e94")]
    public void Parse_refuses_anything_else(string text) =>
        Assert.Throws<FormatException>(() => KeyCheckValue.Parse(text));
}
