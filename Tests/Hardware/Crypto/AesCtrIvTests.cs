using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class AesCtrIvTests
{
    [Fact]
    public void Read_takes_both_halves_as_big_endian()
    {
        var iv = AesCtrIv.Read(Hex.Bytes(StandardVectors.CounterBlock));

        Assert.Equal(new AesCtrIv(0xf0f1f2f3f4f5f6f7, 0xf8f9fafbfcfdfeff), iv);
    }

    [Fact]
    public void Read_gives_an_eight_byte_iv_the_count_zero() =>
        Assert.Equal(new AesCtrIv(0x0102030405060708, 0), AesCtrIv.Read(Hex.Bytes("0102030405060708")));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(17)]
    public void Read_refuses_other_lengths(int length) =>
        Assert.Throws<ArgumentException>(() => AesCtrIv.Read(new byte[length]));

    [Fact]
    public void Write_gives_back_what_was_read()
    {
        var bytes = new byte[16];

        AesCtrIv.Read(Hex.Bytes(StandardVectors.CounterBlock)).Write(bytes);

        Assert.Equal(StandardVectors.CounterBlock, Hex.Text(bytes));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(17)]
    public void Write_refuses_other_lengths(int length) =>
        Assert.Throws<ArgumentException>(() => default(AesCtrIv).Write(new byte[length]));

    [Fact]
    public void AddBlocks_wraps_the_count_without_a_carry_into_the_iv() =>
        Assert.Equal(new AesCtrIv(7, 2), new AesCtrIv(7, ulong.MaxValue).AddBlocks(3));
}
