using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sim.Hardware.Crypto;

/// <summary>
/// Deterministic nonces for one session of a seeded run, so that a run can be replayed. This is a simulation's
/// generator, not a cryptographic one: whoever knows the seed knows every nonce and key.
/// </summary>
public sealed class NonceSource
{
    /// <summary>The longest purpose that <see cref="Fill"/> takes, in UTF-8 bytes.</summary>
    public const int PurposeMax = 64;

    private readonly AesKey _key;
    private ulong _next;

    /// <summary>Creates the nonces of a session; the same arguments give the same sequence.</summary>
    public NonceSource(ulong seed, int session)
        : this(KeyOf(seed, session))
    {
    }

    internal NonceSource(AesKey key) => _key = key;

    /// <summary>The next nonce. No two of one source are equal (before 2^64 of them).</summary>
    public SessionKeyNonce Next()
    {
        Span<byte> block = stackalloc byte[SessionKeyNonce.Size];
        new AesCtrIv(0, _next++).Write(block);
        _key.EncryptBlock(block, block);
        return SessionKeyNonce.Read(block);
    }

    /// <summary>
    /// Fills memory with seeded bytes, for test keys and test data: AES-CTR under a key that is the CMAC of the purpose
    /// under (seed, index).
    /// </summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the bytes are for; different purposes give unrelated bytes.</param>
    /// <param name="index">Which of the things of that purpose.</param>
    /// <param name="destination">Memory of any length; a shorter fill is a prefix of a longer one.</param>
    /// <exception cref="ArgumentException">The purpose is longer than <see cref="PurposeMax"/> bytes.</exception>
    public static void Fill(ulong seed, ReadOnlySpan<char> purpose, long index, Span<byte> destination)
    {
        using var cipher = new AesKey();
        FillWith(cipher, seed, purpose, index, destination);
    }

    internal static AesKey KeyOf(ulong seed, int session)
    {
        var key = new AesKey();
        Span<byte> bytes = stackalloc byte[AesKey.Size];
        FillWith(key, seed, "session-key-nonce", session, bytes);
        key.Load(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    private static void FillWith(AesKey cipher, ulong seed, ReadOnlySpan<char> purpose, long index, Span<byte> destination)
    {
        Span<byte> key = stackalloc byte[AesKey.Size];
        Span<byte> utf8 = stackalloc byte[PurposeMax];
        if (!Encoding.UTF8.TryGetBytes(purpose, utf8, out var length))
            throw new ArgumentException($"A purpose has at most {PurposeMax} UTF-8 bytes.", nameof(purpose));
        BinaryPrimitives.WriteUInt64BigEndian(key, seed);
        BinaryPrimitives.WriteInt64BigEndian(key[8..], index);
        cipher.Load(key);
        AesCmac.Compute(cipher, utf8[..length], key);
        cipher.Load(key);
        CryptographicOperations.ZeroMemory(key);
        destination.Clear();
        AesCtr.Transform(cipher, default, 0, destination, destination);
    }
}
