namespace Sim.Hardware.Surface;

/// <summary>
/// The functions of the content-protection surface, by their names in the driver interface; where the document has a
/// slip in the name (NegotiateCryptoSessionKeyEschange), without it.
/// </summary>
public enum SurfaceFunction
{
    /// <summary>What the device can protect.</summary>
    GetContentProtectionCaps,

    /// <summary>One of its key-exchange types, by index.</summary>
    GetCryptoKeyExchangeType,

    /// <summary>Bytes that the driver keeps for a session.</summary>
    CalcPrivateCryptoSessionSize,

    /// <summary>Makes a session.</summary>
    CreateCryptoSession,

    /// <summary>Ends a session.</summary>
    DestroyCryptoSession,

    /// <summary>Bytes of the driver's certificate.</summary>
    GetCertificateSize,

    /// <summary>The driver's certificate.</summary>
    GetCertificate,

    /// <summary>Brings a session key, or a packet of a DRM component, to the driver.</summary>
    NegotiateCryptoSessionKeyExchange,

    /// <summary>Encrypts a protected surface to be read back.</summary>
    EncryptionBlt,

    /// <summary>Decrypts into a protected surface.</summary>
    DecryptionBlt,

    /// <summary>Hands out the random number of a refresh.</summary>
    StartSessionKeyRefresh,

    /// <summary>Switches to the refreshed key.</summary>
    FinishSessionKeyRefresh,

    /// <summary>A new key for EncryptionBlt.</summary>
    GetEncryptionBltKey,

    /// <summary>Bytes that the driver keeps for a channel.</summary>
    CalcPrivateAuthenticatedChannelSize,

    /// <summary>Makes a channel.</summary>
    CreateAuthenticatedChannel,

    /// <summary>Ends a channel.</summary>
    DestroyAuthenticatedChannel,

    /// <summary>Brings a channel key to the driver.</summary>
    NegotiateAuthenticatedChannelKeyExchange,

    /// <summary>An authenticated question.</summary>
    QueryAuthenticatedChannel,

    /// <summary>An authenticated command.</summary>
    ConfigureAuthenticatedChannel,

    /// <summary>A decoder's handle, for a channel's messages.</summary>
    VideoDecoderGetHandle,

    /// <summary>A session's handle, for a channel's messages.</summary>
    CryptoSessionGetHandle,

    /// <summary>Begins a frame.</summary>
    VideoDecoderBeginFrame,

    /// <summary>Hands a frame's buffers to the decoder.</summary>
    VideoDecoderSubmitBuffers,

    /// <summary>Ends a frame.</summary>
    VideoDecoderEndFrame,

    /// <summary>Hands a frame's buffers to the decoder, with sub-samples.</summary>
    VideoDecoderSubmitBuffers1,

    /// <summary>What a DRM component needs to make a new hardware key.</summary>
    GetDataForNewHardwareKey,

    /// <summary>Whether a session still has its key.</summary>
    CheckCryptoSessionStatus,

    /// <summary>Bytes of the driver's own around the packets of a DRM component.</summary>
    GetCryptoSessionPrivateDataSize,

    /// <summary>NegotiateCryptoSessionKeyExchange of WDDM 2.4, from any thread and with flags.</summary>
    NegotiateCryptoSessionKeyExchangeMt,

    /// <summary>Hands a frame's buffers to the decoder, with sub-samples in stripes. Its type in the driver interface is
    /// named without the number.</summary>
    VideoDecoderSubmitBuffers2,
}
