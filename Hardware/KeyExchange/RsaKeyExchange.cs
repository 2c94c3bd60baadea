using System.Security.Cryptography;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// NegotiateCryptoSessionKeyExchange of a session whose key exchange is RSAES-OAEP: the client's 16-byte key, wrapped
/// to 256 bytes for the device.
/// </summary>
public static class RsaKeyExchange
{
    /// <summary>Takes a wrapped session key.</summary>
    /// <param name="session">The session.</param>
    /// <param name="data">What the client sent.</param>
    /// <param name="keyPair">The device's key pair.</param>
    /// <param name="frameOpen">A decoder that is bound to the session is between BeginFrame and EndFrame.</param>
    /// <param name="gate">What <see cref="SessionCallGate"/> says of the call.</param>
    /// <param name="choices">Whether a session can be negotiated anew, and whether that heals a lost key.</param>
    /// <param name="key16">Receives the key if the status is <see cref="DdiStatus.Ok"/>.</param>
    /// <returns>The session as it is then, and the answer: E_INVALIDARG for anything but exactly 256 bytes that open to
    /// exactly 16.</returns>
    public static SessionStep NegotiateCryptoSessionKeyExchange(
        CryptoSessionState session,
        ReadOnlySpan<byte> data,
        DeviceKeyPair keyPair,
        bool frameOpen,
        CallVerdict gate,
        DdiChoices choices,
        Span<byte> key16)
    {
        if (!gate.Runs)
            return new(session, gate);
        if (session.Args.KeyExchangeType != KeyExchangeTypes.RsaesOaep)
            return new(session, CallVerdict.Refused(SurfaceRule.MessagesOnly));
        if (session.Status != CryptoSessionStatus.Ok && choices.TeardownRecovery == TeardownRecovery.Never)
            return new(session, CallVerdict.Refused(SurfaceRule.KeyLost));
        if (session.HasKey && (frameOpen || choices.Renegotiation == Renegotiation.Never))
            return new(session, CallVerdict.Refused(SurfaceRule.Renegotiation));
        if (data.Length != DeviceKeyPair.WrappedSize)
            return new(session, CallVerdict.Refused(SurfaceRule.Size));
        Span<byte> opened = stackalloc byte[SessionKey.Size];
        if (!keyPair.TryUnwrap(data, opened))
            return new(session, CallVerdict.Refused(SurfaceRule.BadField));
        opened.CopyTo(key16);
        CryptographicOperations.ZeroMemory(opened);
        return new(session with { HasKey = true, Status = CryptoSessionStatus.Ok }, CallVerdict.GoesOn);
    }
}
