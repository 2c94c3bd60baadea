using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class KeyIdTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(Hex)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("01234567-89ab-cdef-0123-456789abcdef")]
    public void Parse_takes_hex_digits_with_or_without_dashes(string text) => Assert.Equal(Hex, KeyId.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("-0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef-")]
    public void Parse_refuses_everything_else(string text)
    {
        Assert.False(KeyId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => KeyId.Parse(text));
    }

    [Fact]
    public void Write_gives_back_the_bytes_that_Read_took()
    {
        var bytes = Convert.FromHexString(Hex);
        var written = new byte[KeyId.Size];
        KeyId.Read(bytes).Write(written);
        Assert.Equal(bytes, written);
        Assert.Equal(KeyId.Parse(Hex), KeyId.Read(bytes));
    }
}
