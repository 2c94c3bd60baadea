using System.Buffers.Binary;
using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Browser;

/// <summary>What a browser plays: keys and samples drawn from a seed, each sample of another size and encrypted in another way.</summary>
/// <param name="seed">The seed of the run.</param>
public sealed class BrowserMovie(ulong seed)
{
    private readonly byte[] _drawn = new byte[Decryptor.MaxInput + 3];
    private ulong _samples;

    /// <summary>The first key of a session, 16 bytes.</summary>
    /// <param name="session">Which session, from 0.</param>
    public byte[] SessionKey(int session) => Draw("session-key", session);

    /// <summary>A content key, 16 bytes.</summary>
    /// <param name="number">Which key, from 0.</param>
    public byte[] ContentKey(int number) => Draw("content-key", number);

    /// <summary>The id of a track, under which its content keys are set, one after the other.</summary>
    /// <param name="track">Which track, from 0.</param>
    public Guid KeyId(int track) => new(Draw("key-id", track));

    /// <summary>The next sample: as a whole or in sub-samples, of 1 to <see cref="Decryptor.MaxInput"/> bytes.</summary>
    /// <param name="keyId">The id under which the browser has the content key.</param>
    /// <param name="contentKey">The content key.</param>
    /// <returns>What it is, and how it comes: encrypted.</returns>
    public (byte[] Clear, Sample Sample) Next(Guid keyId, byte[] contentKey)
    {
        var iv = ++_samples;
        NonceSource.Fill(seed, "sample", (long)iv, _drawn);
        var clear = _drawn[3..(4 + (BinaryPrimitives.ReadUInt16LittleEndian(_drawn) % Decryptor.MaxInput))];
        SubSample[] map = _drawn[2] % 2 == 0 ? [] : InParts(clear.Length);
        using var cipher = new AesKey(contentKey);
        var encrypted = new byte[clear.Length];
        RangeCipher.Transform(
            cipher, new AesCtrIv(iv, 0), map.Length == 0 ? EncryptedRanges.Whole : EncryptedRanges.SubSamples(map), clear, encrypted);
        var written = new byte[AesCtrIv.Size];
        new AesCtrIv(iv, 0).Write(written);
        return (clear, new Sample(encrypted, new DecryptConfig(keyId, written, map)));
    }

    // Two headers in the clear, and payloads that end within a block.
    private static SubSample[] InParts(int length)
    {
        var (header, half) = (Math.Min(5, length / 4), length / 2);
        return [new((uint)header, (uint)(half - header)), new((uint)header, (uint)(length - half - header))];
    }

    private byte[] Draw(string purpose, int index)
    {
        var key = new byte[AesKey.Size];
        NonceSource.Fill(seed, purpose, index, key);
        return key;
    }
}
