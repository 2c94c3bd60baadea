using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>
/// What of D3D11_VIDEO_DECODER_CONFIG concerns protection: how each kind of data is encrypted
/// (<see cref="DecoderEncryptions"/>).
/// </summary>
/// <param name="BitstreamEncryption">Of the bitstream.</param>
/// <param name="MbControlEncryption">Of macroblock control.</param>
/// <param name="ResidDiffEncryption">Of residual differences.</param>
/// <param name="ConfigBitstreamRaw">0: the host parses the bitstream. Else the decoder does, and the value says how
/// slices are described.</param>
public readonly record struct VideoDecoderConfig(
    Guid BitstreamEncryption, Guid MbControlEncryption, Guid ResidDiffEncryption, uint ConfigBitstreamRaw)
{
    /// <summary>A decoder that parses the bitstream itself, encrypted as given.</summary>
    public static VideoDecoderConfig Raw(Guid bitstreamEncryption) =>
        new(bitstreamEncryption, DecoderEncryptions.NoEncrypt, DecoderEncryptions.NoEncrypt, ConfigBitstreamRaw: 1);

    /// <summary>Whether the decoder takes a hardware key for each frame.</summary>
    public bool IsHwCenc =>
        BitstreamEncryption == DecoderEncryptions.HwCenc
        || MbControlEncryption == DecoderEncryptions.HwCenc
        || ResidDiffEncryption == DecoderEncryptions.HwCenc;

    /// <summary>Whether any data comes through a crypto session.</summary>
    public bool UsesCryptoSession =>
        BitstreamEncryption == DecoderEncryptions.CryptoSession
        || MbControlEncryption == DecoderEncryptions.CryptoSession
        || ResidDiffEncryption == DecoderEncryptions.CryptoSession;

    /// <summary>
    /// Whether the values exist and go together: a host that parses the bitstream sends none that could be encrypted,
    /// and a decoder that parses it gets nothing else; what is not sent must say that it is not encrypted.
    /// </summary>
    public bool IsValid =>
        IsKnown(BitstreamEncryption) && IsKnown(MbControlEncryption) && IsKnown(ResidDiffEncryption)
        && (ConfigBitstreamRaw == 0
            ? BitstreamEncryption == DecoderEncryptions.NoEncrypt
            : MbControlEncryption == DecoderEncryptions.NoEncrypt
                && ResidDiffEncryption == DecoderEncryptions.NoEncrypt);

    /// <summary>How buffers of a type are encrypted. Types without a setting of their own go with the data that they
    /// describe.</summary>
    public Guid EncryptionOf(VideoDecoderBufferType type) => type switch
    {
        VideoDecoderBufferType.MacroblockControl => MbControlEncryption,
        VideoDecoderBufferType.ResidualDifference => ResidDiffEncryption,
        VideoDecoderBufferType.Bitstream => BitstreamEncryption,
        _ => ConfigBitstreamRaw == 0 ? MbControlEncryption : BitstreamEncryption,
    };

    private static bool IsKnown(Guid encryption) =>
        encryption == DecoderEncryptions.CryptoSession
        || encryption == DecoderEncryptions.NoEncrypt
        || encryption == DecoderEncryptions.HwCenc;
}
