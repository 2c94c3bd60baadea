using System.Security.Cryptography;

namespace Sim.Hardware.Crypto;

/// <summary>Single AES-128 blocks through the platform's own AES, for processors without AES-NI.</summary>
internal static class PortableAesBlock
{
    internal static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var aes = Create(key);
        aes.EncryptEcb(source, destination, PaddingMode.None);
    }

    internal static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var aes = Create(key);
        aes.DecryptEcb(source, destination, PaddingMode.None);
    }

    internal static Aes Create(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.SetKey(key);
        return aes;
    }
}
