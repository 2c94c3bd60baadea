using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Sim.Hardware.Crypto;

/// <summary>AES-128-CTR through the platform's own AES: a run of counter blocks is encrypted as ECB and XORed
/// on.</summary>
internal static class PortableAesCtr
{
    // Long enough to hide the cost of one ECB call, short enough for the stack.
    internal const int ChunkBytes = 8192;

    // The counters are written in full before they are read: clearing them first would be work for nothing.
    [SkipLocalsInit]
    internal static void Transform(
        AesKey key, AesCtrIv iv, ulong keystreamOffset, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (source.IsEmpty)
            return;
        using var aes = PortableAesBlock.Create(key.Bytes);
        Span<byte> keystream = stackalloc byte[ChunkBytes];
        iv = iv.AddBlocks(keystreamOffset / BlockSize.Bytes);
        var skip = (int)(keystreamOffset % BlockSize.Bytes);
        while (!source.IsEmpty)
        {
            var blocks = (int)Math.Min(ChunkBytes / BlockSize.Bytes, ((long)source.Length + skip + 15) / 16);
            var chunk = keystream[..(blocks * BlockSize.Bytes)];
            WriteCounters(iv, chunk);
            aes.EncryptEcb(chunk, chunk, PaddingMode.None);
            var length = Math.Min(source.Length, chunk.Length - skip);
            Xor(source[..length], chunk[skip..], destination);
            source = source[length..];
            destination = destination[length..];
            iv = iv.AddBlocks((ulong)blocks);
            skip = 0;
        }
        CryptographicOperations.ZeroMemory(keystream);
    }

    private static void WriteCounters(AesCtrIv iv, Span<byte> chunk)
    {
        for (; !chunk.IsEmpty; chunk = chunk[BlockSize.Bytes..])
        {
            iv.Write(chunk[..BlockSize.Bytes]);
            iv = iv.AddBlocks(1);
        }
    }

    private static void Xor(ReadOnlySpan<byte> source, ReadOnlySpan<byte> keystream, Span<byte> destination)
    {
        var i = 0;
        for (; i <= source.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            (new Vector<byte>(source[i..]) ^ new Vector<byte>(keystream[i..])).CopyTo(destination[i..]);
        for (; i < source.Length; i++)
            destination[i] = (byte)(source[i] ^ keystream[i]);
    }
}
