namespace Sim.Hardware.Ddi;

/// <summary>Kinds of encryption of a crypto session. No encryption is <see cref="Guid.Empty"/> (NULL_GUID).</summary>
public static class CryptoTypes
{
    /// <summary>D3D11_CRYPTO_TYPE_AES128_CTR, the same as D3DCRYPTOTYPE_AES128_CTR.</summary>
    public static readonly Guid Aes128Ctr = new("9b6bd711-4f74-41c9-9e7b-0be2d7d93b4f");

    /// <summary>D3DCRYPTOTYPE_PROPRIETARY: a vendor's own, in Direct3D 9 only.</summary>
    public static readonly Guid Proprietary = new("ab4e9afd-1d1c-46e6-a72f-0869917b0de8");
}
