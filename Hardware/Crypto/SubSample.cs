namespace Sim.Hardware.Crypto;

/// <summary>
/// A clear run and the encrypted run behind it (ISO/IEC 23001-7 sub-sample encryption;
/// <c>D3D11_VIDEO_DECODER_SUB_SAMPLE_MAPPING_BLOCK</c>).
/// </summary>
/// <param name="ClearBytes">The length of the clear run in bytes; may be zero.</param>
/// <param name="EncryptedBytes">The length of the encrypted run in bytes; may be zero and need not be whole
/// blocks.</param>
public readonly record struct SubSample(uint ClearBytes, uint EncryptedBytes);
