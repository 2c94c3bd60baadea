namespace Sim.Hardware.Ddi;

/// <summary>Whose certificate is asked for (D3D11_1DDI_CERTIFICATE_TYPE).</summary>
public enum CertificateType
{
    /// <summary>That of an authenticated channel.</summary>
    AuthenticatedChannel = 1,

    /// <summary>That of a crypto session.</summary>
    CryptoSession = 2,
}
