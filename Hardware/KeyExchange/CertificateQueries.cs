using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;

namespace Sim.Hardware.KeyExchange;

/// <summary>The driver's certificate, for the RSA key exchange of sessions and channels.</summary>
public static class CertificateQueries
{
    /// <summary>GetCertificateSize.</summary>
    /// <returns>The size in bytes, or E_INVALIDARG where there is no certificate: a kind of encryption or of channel
    /// that the device does not have, one without an RSA key exchange, or the runtime's own channel.</returns>
    public static DdiResult<int> GetCertificateSize(DeviceProfile device, CertificateInfo info) =>
        HasCertificate(device, info)
            ? new(DdiStatus.Ok, DeviceCertificate.Chain.Length)
            : new(DdiStatus.InvalidArg, 0);

    /// <summary>GetCertificate.</summary>
    /// <param name="device">The device.</param>
    /// <param name="info">Which certificate.</param>
    /// <param name="certificate">The caller's memory. If it is longer than the certificate its tail is left
    /// alone.</param>
    /// <returns>E_INVALIDARG if there is no certificate or the memory is too short for it; then nothing is
    /// written.</returns>
    public static DdiStatus GetCertificate(DeviceProfile device, CertificateInfo info, Span<byte> certificate) =>
        HasCertificate(device, info) && DeviceCertificate.Chain.Span.TryCopyTo(certificate)
            ? DdiStatus.Ok
            : DdiStatus.InvalidArg;

    private static bool HasCertificate(DeviceProfile device, CertificateInfo info) => info.CertificateType switch
    {
        CertificateType.CryptoSession =>
            device.Crypto(info.CryptoType) is { } crypto
            && crypto.KeyExchangeTypes.Contains(KeyExchangeTypes.RsaesOaep),
        CertificateType.AuthenticatedChannel => info.ChannelType switch
        {
            AuthenticatedChannelType.DriverSoftware => device.Has(DdiContentProtectionCaps.Software),
            AuthenticatedChannelType.DriverHardware => device.Has(DdiContentProtectionCaps.Hardware),
            _ => false,
        },
        _ => false,
    };
}
