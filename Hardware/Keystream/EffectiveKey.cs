using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>
/// Which key decrypts: a content key, or the session key itself. Wrapped bytes name a content key only together with
/// the epoch of the session key that wraps them. A content key that is wrapped again after a refresh counts as another
/// one: who compares sees wrapped bytes only.
/// </summary>
/// <param name="Epoch">Key changes of the session before the call.</param>
/// <param name="ContentKey">The wrapped content key; null: the session key.</param>
public readonly record struct EffectiveKey(int Epoch, WrappedContentKey? ContentKey);
