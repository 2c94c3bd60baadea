namespace Sim.Hardware.Ddi;

/// <summary>How a decoder's buffers of one kind are encrypted (the three GUIDs of
/// D3D11_VIDEO_DECODER_CONFIG).</summary>
public static class DecoderEncryptions
{
    /// <summary>NULL_GUID: through a crypto session.</summary>
    public static readonly Guid CryptoSession = Guid.Empty;

    /// <summary>DXVA_NoEncrypt: not at all.</summary>
    public static readonly Guid NoEncrypt = new("1b81bed0-a0c7-11d3-b984-00c04f2e73c5");

    /// <summary>D3D11_DECODER_ENCRYPTION_HW_CENC: Common Encryption under a hardware key.</summary>
    public static readonly Guid HwCenc = new("89d6ac4f-09f2-4229-b2cd-37740a6dfd81");
}
