using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>A decoder that decrypts with the keys of a session.</summary>
/// <param name="Decoder">The decoder.</param>
/// <param name="CryptoSession">The session.</param>
public readonly record struct DecoderBinding(ContentHandle Decoder, ContentHandle CryptoSession);
