using System.Security.Cryptography;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.ContentKeys;

/// <summary>
/// Opens content keys and closes them again, so that a key that was opened under one session key can go on under the
/// next: a frame keeps its content key across a refresh, and a read-back key stays.
/// </summary>
public static class ContentKeyWrapping
{
    /// <summary>Wraps a key for transit under a session key.</summary>
    public static WrappedContentKey Wrap(SessionKey sessionKey, AesKey key)
    {
        ArgumentNullException.ThrowIfNull(sessionKey);
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> wrapped = stackalloc byte[WrappedContentKey.Size];
        sessionKey.WrapContentKey(key.Bytes, wrapped);
        return WrappedContentKey.Read(wrapped);
    }

    /// <summary>Opens a wrapped key. The caller owns it, and wipes it.</summary>
    public static AesKey Unwrap(SessionKey sessionKey, WrappedContentKey wrapped)
    {
        ArgumentNullException.ThrowIfNull(sessionKey);
        Span<byte> bytes = stackalloc byte[AesKey.Size];
        wrapped.Write(bytes);
        sessionKey.UnwrapContentKey(bytes, bytes);
        var key = new AesKey(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>A copy of the session key itself, for a frame that keeps it. The caller owns it, and wipes it.</summary>
    public static AesKey Copy(SessionKey sessionKey)
    {
        ArgumentNullException.ThrowIfNull(sessionKey);
        return new(sessionKey.Cipher.Bytes);
    }
}
