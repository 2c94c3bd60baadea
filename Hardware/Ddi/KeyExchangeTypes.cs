namespace Sim.Hardware.Ddi;

/// <summary>Ways to bring a session key to the driver. A vendor may have others.</summary>
public static class KeyExchangeTypes
{
    /// <summary>D3D11_KEY_EXCHANGE_RSAES_OAEP: the client wraps the key for the driver's RSA key.</summary>
    public static readonly Guid RsaesOaep = new("c1949895-d72a-4a1d-8e5d-ed857d171520");

    /// <summary>D3D11_KEY_EXCHANGE_HW_PROTECTION: packets between a DRM component and the hardware. Such a session only
    /// carries messages.</summary>
    public static readonly Guid HwProtection = new("b1170d8a-628d-4da3-ad3b-82ddb08b4970");

    /// <summary>D3DKEYEXCHANGE_DXVA, in Direct3D 9 only.</summary>
    public static readonly Guid Dxva = new("43d3775c-38e5-4924-8d86-d3fccf153e9b");
}
