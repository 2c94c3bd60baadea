using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Xunit;

namespace Sim.Tests.Hardware.Profiles;

public sealed class ContentProtectionQueriesTests
{
    private static readonly Guid H264 = DecodeProfiles.H264VldNoFgt;
    private static readonly Guid Unknown = new("00000000-0000-0000-0000-00000000beef");

    [Fact]
    public void Full_device_answers_flags_count_alignment_and_memory()
    {
        var (status, caps) = Caps(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, H264);

        Assert.Equal(DdiStatus.Ok, status);
        Assert.Equal(DeviceProfiles.Full.ApiCaps, caps.Caps);
        Assert.Equal(2u, caps.KeyExchangeTypeCount);
        Assert.Equal(16u, caps.BlockAlignmentSize);
        Assert.Equal(536870912ul, caps.ProtectedMemorySize);
    }

    [Fact]
    public void Key_exchange_types_are_enumerated_from_0_up_to_the_count()
    {
        Assert.Equal(new(DdiStatus.Ok, KeyExchangeTypes.RsaesOaep), Type(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, 0));
        Assert.Equal(new(DdiStatus.Ok, KeyExchangeTypes.HwProtection), Type(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, 1));
        Assert.Equal(new(DdiStatus.InvalidArg, Guid.Empty), Type(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, 2));
        Assert.Equal(new(DdiStatus.InvalidArg, Guid.Empty), Type(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, uint.MaxValue));
    }

    [Fact]
    public void Without_a_crypto_type_the_types_of_all_are_counted_once()
    {
        var two = DeviceProfiles.Full with
        {
            Cryptos =
            [
                new(CryptoTypes.Aes128Ctr, [KeyExchangeTypes.RsaesOaep], [H264]),
                new(CryptoTypes.Proprietary, [KeyExchangeTypes.RsaesOaep, KeyExchangeTypes.Dxva], [H264]),
            ],
        };

        Assert.Equal(2u, Caps(two, Guid.Empty, H264).Value.KeyExchangeTypeCount);
        Assert.Equal(KeyExchangeTypes.Dxva, Type(two, Guid.Empty, 1).Value);
        Assert.Equal(1u, Caps(two, CryptoTypes.Aes128Ctr, H264).Value.KeyExchangeTypeCount);
    }

    [Fact]
    public void Unknown_crypto_type_is_unsupported_and_in_Direct3D_9_not_available()
    {
        Assert.Equal(DdiStatus.UnsupportedCrypto, Caps(DeviceProfiles.Full, Unknown, H264).Status);
        Assert.Equal(DdiStatus.UnsupportedCrypto, Type(DeviceProfiles.Full, Unknown, 0).Status);
        Assert.Equal(DdiStatus.NotAvailable, ContentProtectionQueries.GetContentProtectionCaps(
            DeviceProfiles.Full, Unknown, H264, DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Crypto_type_that_a_decoder_profile_does_not_take_is_unsupported_in_both()
    {
        var h264Only = DeviceProfiles.Full with
        {
            Cryptos = [new(CryptoTypes.Aes128Ctr, [KeyExchangeTypes.RsaesOaep], [H264])],
        };

        Assert.Equal(DdiStatus.Ok, Caps(h264Only, CryptoTypes.Aes128Ctr, H264).Status);
        Assert.Equal(DdiStatus.Ok, Caps(h264Only, CryptoTypes.Aes128Ctr, Guid.Empty).Status);
        Assert.Equal(
            DdiStatus.UnsupportedCrypto, Caps(h264Only, CryptoTypes.Aes128Ctr, DecodeProfiles.HevcVldMain).Status);
        Assert.Equal(DdiStatus.UnsupportedCrypto, ContentProtectionQueries.GetContentProtectionCaps(
            h264Only, CryptoTypes.Aes128Ctr, DecodeProfiles.HevcVldMain, DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Unknown_decoder_profile_is_an_invalid_argument() =>
        Assert.Equal(DdiStatus.InvalidArg, Caps(DeviceProfiles.Full, CryptoTypes.Aes128Ctr, Unknown).Status);

    [Fact]
    public void Driver_without_sessions_answers_success_and_nothing_to_enumerate()
    {
        var (status, caps) = Caps(DeviceProfiles.D3D11On12Like, CryptoTypes.Aes128Ctr, H264);

        Assert.Equal(DdiStatus.Ok, status);
        Assert.Equal(ContentProtectionCaps.HardwareProtectUncompressed, caps.Caps);
        Assert.Equal(0u, caps.KeyExchangeTypeCount);
        Assert.Equal(DdiStatus.InvalidArg, Type(DeviceProfiles.D3D11On12Like, CryptoTypes.Aes128Ctr, 0).Status);
    }

    private static DdiResult<VideoContentProtectionCaps> Caps(DeviceProfile device, Guid crypto, Guid profile) =>
        ContentProtectionQueries.GetContentProtectionCaps(device, crypto, profile);

    private static DdiResult<Guid> Type(DeviceProfile device, Guid crypto, uint index) =>
        ContentProtectionQueries.GetCryptoKeyExchangeType(device, crypto, H264, index);
}
