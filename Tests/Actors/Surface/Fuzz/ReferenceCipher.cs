using System.Security.Cryptography;
using Sim.Hardware.Crypto;
using Sim.Tests.Hardware.Crypto;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>What a device does with keys, as the documents define it and on the platform's AES: nothing of the code that
/// it judges.</summary>
internal static class ReferenceCipher
{
    /// <summary>Decrypts the encrypted bytes of a buffer, or encrypts them: one keystream, which clear bytes do not
    /// use.</summary>
    public static byte[] Transform(byte[] key, AesCtrIv iv, EncryptedRanges ranges, ReadOnlySpan<byte> source)
    {
        var result = source.ToArray();
        var places = EncryptedPlaces(ranges, source.Length);
        var encrypted = new byte[places.Count];
        for (var i = 0; i < encrypted.Length; i++)
            encrypted[i] = source[places[i]];
        var clear = NaiveCtr.Transform(key, iv.Iv, iv.Count, 0, encrypted);
        for (var i = 0; i < clear.Length; i++)
            result[places[i]] = clear[i];
        return result;
    }

    /// <summary>A key that another one wraps (AES-128-ECB).</summary>
    public static byte[] Unwrap(byte[] key, ReadOnlySpan<byte> wrapped)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptEcb(wrapped, PaddingMode.None);
    }

    /// <summary>Sub-samples block by block: so many blocks of a run are encrypted, so many clear, and so on; what is no
    /// whole block is clear. Zero and zero: as they are.</summary>
    public static SubSample[] Striped(ReadOnlySpan<SubSample> map, uint encrypted, uint clear)
    {
        if (encrypted + clear == 0)
            return map.ToArray();
        var striped = new List<SubSample>();
        foreach (var (before, run) in map)
        {
            striped.Add(new(before, 0));
            for (var block = 0u; block < run / 16; block++)
                striped.Add(block % (encrypted + clear) < encrypted ? new(0, 16) : new(16, 0));
            striped.Add(new(run % 16, 0));
        }

        return [.. striped];
    }

    private static List<int> EncryptedPlaces(EncryptedRanges ranges, int length)
    {
        var places = new List<int>(length);
        if (ranges.SubSampleMap is { } map)
        {
            var at = 0;
            foreach (var (clear, encrypted) in map.Span)
            {
                at += (int)clear;
                for (var end = at + (int)encrypted; at < end; at++)
                    places.Add(at);
            }

            return places;
        }

        for (var i = 0; i < length; i++)
        {
            if (ranges.BlockInfo is not { } info || info.IsEncrypted((ulong)i))
                places.Add(i);
        }

        return places;
    }
}
