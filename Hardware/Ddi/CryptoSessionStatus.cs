namespace Sim.Hardware.Ddi;

/// <summary>What CheckCryptoSessionStatus answers (D3D11_CRYPTO_SESSION_STATUS).</summary>
public enum CryptoSessionStatus
{
    /// <summary>The session works.</summary>
    Ok = 0,

    /// <summary>Its key is lost.</summary>
    KeyLost = 1,

    /// <summary>Its key is lost, and the protected content is corrupted.</summary>
    KeyAndContentLost = 2,
}
