using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>A frame between its begin and its end.</summary>
/// <param name="Kind">What its encrypted buffers are encrypted with.</param>
/// <param name="ContentKey">The wrapped content key, if there is one.</param>
/// <param name="Epoch">Epoch of the session key at the begin; -1 without a session.</param>
public sealed record DecoderFrame(FrameKeyKind Kind, WrappedContentKey? ContentKey, int Epoch)
{
    /// <summary>The session that the decoder was bound to at the begin; none if it was not, or for a hardware
    /// key.</summary>
    public ContentHandle Session { get; init; }

    /// <summary>Whether buffers were taken.</summary>
    public bool HasBuffers { get; init; }

    /// <summary>Whether its buffers used keystream.</summary>
    public bool UsedKeystream { get; init; }
}
