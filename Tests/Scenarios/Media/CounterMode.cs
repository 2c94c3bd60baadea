using System.Buffers.Binary;
using System.Security.Cryptography;
using Sim.Hardware.Crypto;

namespace Sim.Tests.Scenarios.Media;

/// <summary>
/// The reference decryption of a sample: AES-128 in counter mode (NIST SP 800-38A section 6.5) over its encrypted parts.
/// </summary>
internal static class CounterMode
{
    public static byte[] Apply(
        ReadOnlySpan<byte> sample, byte[] key, ulong iv, ulong blockCount, ReadOnlySpan<SubSample> subSamples)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var (result, counter, mask) = (sample.ToArray(), new byte[16], new byte[16]);
        ReadOnlySpan<SubSample> parts = subSamples.Length > 0 ? subSamples : [new(0, (uint)sample.Length)];
        var (at, used) = (0, 16);
        foreach (var part in parts)
        {
            at += (int)part.ClearBytes;
            for (var end = at + (int)part.EncryptedBytes; at < end; at++)
            {
                if (used == 16)
                {
                    BinaryPrimitives.WriteUInt64BigEndian(counter, iv);
                    BinaryPrimitives.WriteUInt64BigEndian(counter.AsSpan(8), blockCount++);
                    aes.EncryptEcb(counter, mask, PaddingMode.None);
                    used = 0;
                }

                result[at] ^= mask[used++];
            }
        }

        return result;
    }
}
