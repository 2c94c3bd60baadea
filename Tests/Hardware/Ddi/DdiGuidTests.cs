using Sim.Hardware.Ddi;
using Sim.Tests.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Ddi;

public sealed class DdiGuidTests
{
    [Fact]
    public void Guids_have_the_values_of_the_headers()
    {
        Assert.Equal("9b6bd711-4f74-41c9-9e7b-0be2d7d93b4f", CryptoTypes.Aes128Ctr.ToString());
        Assert.Equal("ab4e9afd-1d1c-46e6-a72f-0869917b0de8", CryptoTypes.Proprietary.ToString());
        Assert.Equal("c1949895-d72a-4a1d-8e5d-ed857d171520", KeyExchangeTypes.RsaesOaep.ToString());
        Assert.Equal("43d3775c-38e5-4924-8d86-d3fccf153e9b", KeyExchangeTypes.Dxva.ToString());
        Assert.Equal("b1170d8a-628d-4da3-ad3b-82ddb08b4970", KeyExchangeTypes.HwProtection.ToString());
        Assert.Equal("89d6ac4f-09f2-4229-b2cd-37740a6dfd81", DecoderEncryptions.HwCenc.ToString());
        Assert.Equal("1b81bed0-a0c7-11d3-b984-00c04f2e73c5", DecoderEncryptions.NoEncrypt.ToString());
        Assert.Equal("00000000-0000-0000-0000-000000000000", DecoderEncryptions.CryptoSession.ToString());
        Assert.Equal("1b81be68-a0c7-11d3-b984-00c04f2e73c5", DecodeProfiles.H264VldNoFgt.ToString());
        Assert.Equal("5b11d51b-2f4c-4452-bcc3-09f2a1160cc0", DecodeProfiles.HevcVldMain.ToString());
    }

    [Fact]
    public void Guid_in_memory_has_its_first_three_fields_little_endian()
    {
        var args = new byte[CreateCryptoSessionArgs.Size];
        new CreateCryptoSessionArgs(CryptoTypes.Aes128Ctr, default, default).Write(args);

        Assert.Equal("11d76b9b744fc9419e7b0be2d7d93b4f", Hex.Text(args.AsSpan(0, 16)));
    }
}
