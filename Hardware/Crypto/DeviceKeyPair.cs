using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Sim.Hardware.Crypto;

/// <summary>
/// The RSA-2048 key pair of a device. Clients wrap 16-byte AES keys for it with RSAES-OAEP, SHA-512, MGF1 with SHA-512
/// and an empty label (RFC 8017, section 7.1). Safe to use from several threads, but for <see cref="Dispose"/>.
/// </summary>
public sealed class DeviceKeyPair : IDisposable
{
    /// <summary>The size of a wrapped key in bytes: that of the modulus.</summary>
    public const int WrappedSize = 256;

    // Importing a key takes a millisecond, so an imported one is kept; and most simulated worlds never exchange keys, so
    // all this waits for the first use. One RSA object serves one thread at a time: there are as many as threads came at once.
    // All simulated devices have one identity, and so they have these in common.
    private static readonly Lazy<ConcurrentBag<RSA>> Simulated = new(static () => []);

    private readonly Lazy<ConcurrentBag<RSA>> _idle;
    private readonly Func<RSA> _import;

    private DeviceKeyPair(Func<RSA> import, Lazy<ConcurrentBag<RSA>> idle) => (_import, _idle) = (import, idle);

    /// <summary>The public key as a DER SubjectPublicKeyInfo (RFC 5280, section 4.1); a new copy at each
    /// call.</summary>
    public byte[] PublicKey
    {
        get
        {
            var rsa = Take();
            var key = rsa.ExportSubjectPublicKeyInfo();
            _idle.Value.Add(rsa);
            return key;
        }
    }

    /// <summary>
    /// The identity of the simulated device: one fixed key pair that stands in the source code, so that runs are alike
    /// and cost no key generation. It gives no security.
    /// </summary>
    public static DeviceKeyPair CreateSimulated() => new(
        static () =>
        {
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(SimulatedDeviceKey.Pkcs8Base64), out _);
            return rsa;
        },
        Simulated);

    /// <summary>What a client does: wraps a session key or channel key for the holder of a public key.</summary>
    /// <param name="publicKey">A DER SubjectPublicKeyInfo.</param>
    /// <param name="sessionKey16">The 16 bytes to wrap.</param>
    /// <returns>As many bytes as the modulus has: <see cref="WrappedSize"/> for a device's key.</returns>
    /// <exception cref="ArgumentException">The key to wrap has not exactly 16 bytes.</exception>
    /// <exception cref="CryptographicException">The public key is not an RSA key in that form.</exception>
    public static byte[] Wrap(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> sessionKey16)
    {
        BlockSize.Require(sessionKey16.Length, nameof(sessionKey16));
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
        return rsa.Encrypt(sessionKey16, RSAEncryptionPadding.OaepSHA512);
    }

    /// <summary>Unwraps a 16-byte key.</summary>
    /// <param name="wrapped">What the client sent.</param>
    /// <param name="key16">Receives the key; left alone unless the result is true.</param>
    /// <returns>False unless there are exactly 256 bytes that decrypt to exactly 16.</returns>
    /// <exception cref="ArgumentException">The destination has not exactly 16 bytes.</exception>
    public bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> key16)
    {
        BlockSize.Require(key16.Length, nameof(key16));
        if (wrapped.Length != WrappedSize)
            return false;
        Span<byte> plain = stackalloc byte[WrappedSize];
        var rsa = Take();
        try
        {
            if (!rsa.TryDecrypt(wrapped, plain, RSAEncryptionPadding.OaepSHA512, out var length)
                || length != AesKey.Size)
                return false;
            plain[..length].CopyTo(key16);
            return true;
        }
        catch (CryptographicException)
        {
            // Damaged padding is the client's mistake and an expected outcome, not a fault.
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            _idle.Value.Add(rsa);
        }
    }

    /// <summary>Frees the key pair; it must not be used any more.</summary>
    public void Dispose()
    {
        while (_idle.IsValueCreated && _idle.Value.TryTake(out var rsa))
            rsa.Dispose();
    }

    /// <summary>Names the type; never shows key material.</summary>
    public override string ToString() => "DeviceKeyPair (redacted)";

    private RSA Take() => _idle.Value.TryTake(out var idle) ? idle : _import();
}
