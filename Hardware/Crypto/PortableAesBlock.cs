using System.Buffers.Binary;
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

    /// <summary>The first four bytes of the encryption of 16 zero bytes, as a big-endian number.</summary>
    internal static uint EncryptZeros(ReadOnlySpan<byte> key)
    {
        Span<byte> block = stackalloc byte[BlockSize.Bytes];
        block.Clear();
        Encrypt(key, block, block);
        return BinaryPrimitives.ReadUInt32BigEndian(block);
    }

    internal static Aes Create(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.SetKey(key);
        return aes;
    }
}
