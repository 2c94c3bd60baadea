using Akka.Actor;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Sessions;

/// <summary>
/// Protocol of a crypto session. Besides the calls below it takes <see cref="DecryptionBlt"/>, <see cref="SplitBlt"/>,
/// <see cref="FinishSessionKeyRefresh"/>, <see cref="CheckSessionStatus"/> and <see cref="CloseSession"/> as they are, <see cref="NegotiateKey"/> from a client
/// that spares itself the wrapping, and <see cref="LoseKey"/> from whoever plays the platform. All answers go to the
/// session's owner, in the order in which the session decided them.
/// </summary>
public static class CryptoSession
{
    /// <summary>NegotiateCryptoSessionKeyExchange; answered with <see cref="KeyExchanged"/>.</summary>
    /// <param name="WrappedKey">The session key under the device's public key: 256 bytes, RSAES-OAEP with SHA-512.</param>
    public sealed record NegotiateKeyExchange(ReadOnlyMemory<byte> WrappedKey) : INoSerializationVerificationNeeded;

    /// <summary>The outcome of a negotiation.</summary>
    public sealed record KeyExchanged(int Session, DdiStatus Status);

    /// <summary>
    /// StartSessionKeyRefresh; answered with <see cref="SessionKeyRefreshStarted"/> or
    /// <see cref="SessionKeyRefreshRefused"/>.
    /// </summary>
    /// <param name="RandomNumberSize">Size of the caller's buffer in bytes: 16.</param>
    public sealed record BeginSessionKeyRefresh(int RandomNumberSize = SessionKey.Size);

    /// <summary>The random number to XOR into the session key.</summary>
    public sealed record SessionKeyRefreshStarted(int Session, SessionKeyNonce Nonce);

    /// <summary>The refresh did not start; the caller's buffer reads as zeros.</summary>
    public sealed record SessionKeyRefreshRefused(int Session, Misuse Rule);

    /// <summary>
    /// A job's one ending: its destination holds the clear bytes. A job with a <see cref="DecryptionBlt.Completion"/> of its
    /// own is answered with that instead.
    /// </summary>
    public sealed record JobCompleted(int Session, long Job);

    /// <summary>A job's one ending: what its destination holds is undefined.</summary>
    public sealed record JobAborted(int Session, long Job, AbortReason Reason);

    /// <summary>A job was not accepted; it has no ending.</summary>
    public sealed record JobRefused(int Session, long Job, JobRefusal Reason);

    /// <summary>The session is closed and every job that it accepted has ended. The session's actor stops.</summary>
    public sealed record SessionEnded(int Session);

    /// <summary>The one ending of a <see cref="SplitBlt"/> that was accepted, behind the endings of its parts.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Transfer">The client's number.</param>
    /// <param name="IsComplete">Every part completed; else what the destination holds is undefined.</param>
    public sealed record TransferEnded(int Session, long Transfer, bool IsComplete);

    /// <summary>What <see cref="CheckSessionStatus"/> finds.</summary>
    public sealed record SessionStatus(int Session, CryptoSessionStatus Status);

    /// <summary>Published on the event stream when a key-switch barrier ends, however it ends.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Epoch">The epoch that the switch begins.</param>
    /// <param name="RequestedAt">When the Finish or the renegotiation was accepted, on the scheduler's clock.</param>
    /// <param name="OpenedAt">When the barrier ended, on the same clock.</param>
    /// <param name="Reason">How it ended.</param>
    public sealed record SessionKeySwitched(
        int Session, int Epoch, TimeSpan RequestedAt, TimeSpan OpenedAt, SwitchReason Reason);
}
