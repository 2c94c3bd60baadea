using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Keys, numbers, jobs and switches that differ only in what a test cares about.</summary>
internal static class SampleCalls
{
    public static SessionKey Key(byte fill) => new(Enumerable.Repeat(fill, SessionKey.Size).ToArray());

    public static SessionKeyNonce Nonce(byte fill) =>
        SessionKeyNonce.Read(Enumerable.Repeat(fill, SessionKeyNonce.Size).ToArray());

    public static WrappedContentKey ContentKey(byte fill) =>
        WrappedContentKey.Read(Enumerable.Repeat(fill, WrappedContentKey.Size).ToArray());

    public static StartSessionKeyRefresh Start(byte nonce) => new(SessionKey.Size, Nonce(nonce));

    /// <summary>A well-formed job of 32 bytes; its IV grows with its number, so that jobs in order keep the IV rule.</summary>
    public static DecryptionBlt Blt(long job, WrappedContentKey? contentKey = null, ulong? iv = null, ulong count = 0) =>
        new(job, new byte[32], new byte[32], new AesCtrIv(iv ?? (ulong)job, count), EncryptedRanges.Whole, contentKey);

    /// <summary>A job as a policy sees it.</summary>
    public static LatchedJob Latched(long job, int epoch) =>
        new(session: 0, position: job, epoch, Key((byte)(epoch + 1)), Blt(job));

    public static KeySwitch Switch(int epoch) =>
        new(epoch, KeyCheckValue.Parse($"{epoch:x6}"), SwitchReason.Refreshed);
}
