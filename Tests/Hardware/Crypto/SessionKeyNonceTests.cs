using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class SessionKeyNonceTests
{
    [Theory]
    [InlineData("000102030405060708090a0b0c0d0e0f")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("ffeeddccbbaa99887766554433221100")]
    public void Read_Write_and_ToString_keep_the_order_of_the_bytes(string digits)
    {
        var nonce = SessionKeyNonce.Read(Hex.Bytes(digits));
        var bytes = new byte[16];

        nonce.Write(bytes);

        Assert.Equal(digits, Hex.Text(bytes));
        Assert.Equal(digits, nonce.ToString());
    }

    [Fact]
    public void XorInto_pairs_the_bytes_in_their_order()
    {
        var key = Hex.Bytes("00112233445566778899aabbccddeeff");

        SessionKeyNonce.Read(Hex.Bytes("0102030405060708090a0b0c0d0e0ff0")).XorInto(key);

        Assert.Equal("011321374153617f8193a1b7c1d3e10f", Hex.Text(key));
    }

    [Fact]
    public void Nonces_with_the_same_bytes_are_equal() =>
        Assert.Equal(SessionKeyNonce.Read(StandardVectors.Key), SessionKeyNonce.Read(StandardVectors.Key.ToArray()));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Other_lengths_are_refused(int length)
    {
        Assert.Throws<ArgumentException>(() => SessionKeyNonce.Read(new byte[length]));
        Assert.Throws<ArgumentException>(() => default(SessionKeyNonce).Write(new byte[length]));
        Assert.Throws<ArgumentException>(() => default(SessionKeyNonce).XorInto(new byte[length]));
    }
}
