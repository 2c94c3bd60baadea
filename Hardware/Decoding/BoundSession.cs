using Sim.Hardware.Ddi;

namespace Sim.Hardware.Decoding;

/// <summary>The session that a decoder is bound to, as it is at the time of a call.</summary>
/// <param name="Handle">Its handle.</param>
/// <param name="Epoch">Its key changes so far; -1 before the first key.</param>
/// <param name="Status">Whether it still has its key.</param>
public readonly record struct BoundSession(ContentHandle Handle, int Epoch, CryptoSessionStatus Status)
{
    /// <summary>Whether it has a key.</summary>
    public bool HasKey => Epoch >= 0 && Status == CryptoSessionStatus.Ok;
}
