using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class CertificateTests
{
    private static readonly CertificateInfo OfSession = CertificateInfo.Of(CryptoTypes.Aes128Ctr);

    [Fact]
    public void Client_finds_the_devices_public_key_in_the_chain()
    {
        using var device = DeviceKeyPair.CreateSimulated();

        Assert.True(DeviceCertificate.TryReadPublicKey(DeviceCertificate.Chain.Span, out var publicKey));
        Assert.Equal(device.PublicKey, publicKey);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(700)]
    public void Client_refuses_a_leaf_that_was_changed(int position)
    {
        var chain = DeviceCertificate.Chain.ToArray();
        chain[position] ^= 1;

        Assert.False(DeviceCertificate.TryReadPublicKey(chain, out var publicKey));
        Assert.Empty(publicKey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void Client_refuses_a_chain_that_is_cut_off(int length) =>
        Assert.False(DeviceCertificate.TryReadPublicKey(DeviceCertificate.Chain.Span[..length], out _));

    [Fact]
    public void Size_and_certificate_agree_for_sessions_and_both_kinds_of_channel()
    {
        CertificateInfo[] all =
        [
            OfSession,
            CertificateInfo.Of(AuthenticatedChannelType.DriverSoftware),
            CertificateInfo.Of(AuthenticatedChannelType.DriverHardware),
        ];
        foreach (var info in all)
        {
            var size = CertificateQueries.GetCertificateSize(DeviceProfiles.Full, info);
            var certificate = new byte[size.Value];

            Assert.Equal(DdiStatus.Ok, size.Status);
            Assert.Equal(DdiStatus.Ok, CertificateQueries.GetCertificate(DeviceProfiles.Full, info, certificate));
            Assert.Equal(DeviceCertificate.Chain.ToArray(), certificate);
        }
    }

    [Fact]
    public void Memory_that_is_too_short_stays_as_it_is_and_a_longer_one_keeps_its_tail()
    {
        var size = DeviceCertificate.Chain.Length;
        var shorter = new byte[size - 1];
        var longer = new byte[size + 3];
        Array.Fill(longer, (byte)0xAA);

        Assert.Equal(
            DdiStatus.InvalidArg, CertificateQueries.GetCertificate(DeviceProfiles.Full, OfSession, shorter));
        Assert.All(shorter, b => Assert.Equal(0, b));
        Assert.Equal(DdiStatus.Ok, CertificateQueries.GetCertificate(DeviceProfiles.Full, OfSession, longer));
        Assert.Equal([0xAA, 0xAA, 0xAA], longer[size..]);
    }

    [Fact]
    public void There_is_no_certificate_without_an_rsa_exchange_or_for_a_channel_that_cannot_be()
    {
        var softwareOnly = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Software };
        (DeviceProfile, CertificateInfo)[] without =
        [
            (DeviceProfiles.Full, CertificateInfo.Of(CryptoTypes.Proprietary)),
            (DeviceProfiles.DrmCommunicationOnly, OfSession),
            (DeviceProfiles.D3D11On12Like, OfSession),
            (DeviceProfiles.Full, CertificateInfo.Of(AuthenticatedChannelType.D3D11)),
            (softwareOnly, CertificateInfo.Of(AuthenticatedChannelType.DriverHardware)),
            (DeviceProfiles.Full, CertificateInfo.Read([9, .. new byte[19]])),
        ];

        Assert.All(without, pair =>
        {
            Assert.Equal(new(DdiStatus.InvalidArg, 0), CertificateQueries.GetCertificateSize(pair.Item1, pair.Item2));
            Assert.Equal(
                DdiStatus.InvalidArg,
                CertificateQueries.GetCertificate(pair.Item1, pair.Item2, new byte[4096]));
        });
    }
}
