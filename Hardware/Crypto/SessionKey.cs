using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sim.Hardware.Crypto;

/// <summary>
/// The 128-bit key of one epoch of a crypto session. It wraps content keys (AES-128-ECB, one block) and encrypts data
/// that carries no content key. Two instances are equal only if they are the same object; to compare keys, compare
/// their <see cref="CheckValue"/>.
/// </summary>
public sealed class SessionKey : IDisposable
{
    /// <summary>The size of a session key in bytes.</summary>
    public const int Size = AesKey.Size;

    /// <summary>Creates a session key from its 16 bytes.</summary>
    /// <exception cref="ArgumentException">The key has not exactly 16 bytes.</exception>
    public SessionKey(ReadOnlySpan<byte> key16) => Cipher = new AesKey(key16);

    /// <summary>The expanded key, for jobs that carry no content key. The session key owns it: do not load or wipe
    /// it.</summary>
    public AesKey Cipher { get; }

    /// <summary>True if the key is all zeros, as it is once wiped.</summary>
    public bool IsZeroed => Cipher.IsZeroed;

    /// <summary>
    /// The key that follows a refresh: this key XOR the nonce. This key stays as it is, for work that latched it.
    /// </summary>
    public SessionKey Refresh(SessionKeyNonce nonce)
    {
        Span<byte> next = stackalloc byte[Size];
        Cipher.Bytes.CopyTo(next);
        nonce.XorInto(next);
        var refreshed = new SessionKey(next);
        CryptographicOperations.ZeroMemory(next);
        return refreshed;
    }

    /// <summary>The check value of the bytes held now. Computed at each call, so that a wiped key shows the check value
    /// of the zero key.</summary>
    public KeyCheckValue CheckValue() => KeyCheckValue.Of(Cipher);

    /// <summary>Wraps a content key for transit: one AES-128-ECB block, no padding.</summary>
    /// <exception cref="ArgumentException">Either side has not exactly 16 bytes.</exception>
    public void WrapContentKey(ReadOnlySpan<byte> contentKey16, Span<byte> wrapped16) =>
        Cipher.EncryptBlock(contentKey16, wrapped16);

    /// <summary>Unwraps a content key. Under a wrong session key the result is a wrong key, and nothing
    /// tells.</summary>
    /// <exception cref="ArgumentException">Either side has not exactly 16 bytes.</exception>
    public void UnwrapContentKey(ReadOnlySpan<byte> wrapped16, Span<byte> contentKey16) =>
        Cipher.DecryptBlock(wrapped16, contentKey16);

    /// <summary>Unwraps a content key into a key register, and nowhere else. Under a wrong session key it is a wrong key, and
    /// nothing tells.</summary>
    public void UnwrapContentKey(WrappedContentKey wrapped, AesKey contentKey)
    {
        ArgumentNullException.ThrowIfNull(contentKey);
        contentKey.LoadUnder(Cipher, wrapped);
    }

    /// <summary>Decrypts a short buffer in its place under a content key, which is written into no key register.</summary>
    /// <returns>False, and nothing is done, unless the buffer is one to four whole blocks, all encrypted, at the same place before
    /// and after, and the processor has AES instructions.</returns>
    internal bool TryTransformInPlace(
        WrappedContentKey wrapped, AesCtrIv iv, EncryptedRanges ranges, ReadOnlyMemory<byte> source, Memory<byte> destination)
    {
        var length = source.Length;
        if (!X86ShortCtr.IsSupported || !ranges.IsWhole || length is 0 or > X86ShortCtr.BytesMax || length % BlockSize.Bytes != 0
            || !source.Equals(destination))
        {
            return false;
        }

        ref var bytes = ref MemoryMarshal.GetReference(destination.Span);
        X86ShortCtr.Transform(Cipher, wrapped, iv, ref bytes, length / BlockSize.Bytes);
        return true;
    }

    /// <summary>Puts another key into this one's place, as a key register of hardware is overwritten: whoever uses this one
    /// uses the other from then on. Not safe while another thread uses it.</summary>
    public void Overwrite(SessionKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cipher.Load(other.Cipher.Bytes);
    }

    /// <summary>Wipes the key; what is left is the all-zero key.</summary>
    public void Zero() => Cipher.Zero();

    /// <summary>Wipes the key, as <see cref="Zero"/> does.</summary>
    public void Dispose() => Zero();

    /// <summary>Names the type; never shows key bytes.</summary>
    public override string ToString() => "SessionKey (redacted)";
}
