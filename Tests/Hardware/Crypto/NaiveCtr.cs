using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sim.Tests.Hardware.Crypto;

/// <summary>Counter mode as the definition reads, one byte at a time, on the platform's AES.</summary>
internal static class NaiveCtr
{
    internal static byte[] Transform(byte[] key, ulong iv, ulong count, ulong offset, ReadOnlySpan<byte> source)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var result = new byte[source.Length];
        var block = new byte[16];
        var keystream = new byte[16];
        ulong? at = null;
        for (var i = 0; i < source.Length; i++)
        {
            var position = unchecked(offset + (ulong)i);
            if (at != position / 16)
            {
                at = position / 16;
                BinaryPrimitives.WriteUInt64BigEndian(block, iv);
                BinaryPrimitives.WriteUInt64BigEndian(block.AsSpan(8), unchecked(count + at.Value));
                aes.EncryptEcb(block, keystream, PaddingMode.None);
            }
            result[i] = (byte)(source[i] ^ keystream[position % 16]);
        }
        return result;
    }
}
