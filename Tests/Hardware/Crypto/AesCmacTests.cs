using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class AesCmacTests
{
    // RFC 4493, section 4, examples 1 to 4.
    [Theory]
    [InlineData(0, "bb1d6929e95937287fa37d129b756746")]
    [InlineData(16, "070a16b46b4d4144f79bdd9dd04a287c")]
    [InlineData(40, "dfa66747de9ae63030ca32611497c827")]
    [InlineData(64, "51f0bebf7e3b9d92fc49741779363cfe")]
    public void Compute_matches_the_rfc(int length, string expected)
    {
        using var key = new AesKey(StandardVectors.Key);
        var mac = new byte[16];

        AesCmac.Compute(key, StandardVectors.Plain.AsSpan(0, length), mac);

        Assert.Equal(expected, Hex.Text(mac));
    }

    [Fact]
    public void Compute_allows_the_mac_to_be_part_of_the_message()
    {
        using var key = new AesKey(StandardVectors.Key);
        var message = StandardVectors.Plain.ToArray();

        AesCmac.Compute(key, message, message.AsSpan(0, 16));

        Assert.Equal("51f0bebf7e3b9d92fc49741779363cfe", Hex.Text(message.AsSpan(0, 16)));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Compute_refuses_another_mac_length(int length)
    {
        using var key = new AesKey();

        Assert.Throws<ArgumentException>(() => AesCmac.Compute(key, [], new byte[length]));
    }
}
