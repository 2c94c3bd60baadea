using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>
/// What the client of one session knows on its own: the bytes of its key, computed by itself from the first key and the
/// random numbers that it was given, and the clear bytes of each job.
/// </summary>
internal sealed class WorldClient
{
    private readonly byte[] _key = new byte[SessionKey.Size];
    private readonly Dictionary<DecryptionBlt, byte[]> _clear = new(ReferenceEqualityComparer.Instance);
    private SessionKeyNonce? _number;

    public int Epoch { get; private set; } = -1;

    public KeyCheckValue CheckValue
    {
        get
        {
            using var key = new AesKey(_key);
            return KeyCheckValue.Of(key);
        }
    }

    /// <summary>A negotiation went well.</summary>
    public void Negotiated(ReadOnlySpan<byte> key)
    {
        key.CopyTo(_key);
        _number = null;
        Epoch++;
    }

    /// <summary>Start answered.</summary>
    public void Started(SessionKeyNonce number) => _number = number;

    /// <summary>The client calls Finish: it applies the number it holds, as the driver should.</summary>
    public void Finish()
    {
        if (_number is not { } number)
            return;
        Span<byte> bytes = stackalloc byte[SessionKeyNonce.Size];
        number.Write(bytes);
        for (var i = 0; i < _key.Length; i++)
            _key[i] ^= bytes[i];
        _number = null;
        Epoch++;
    }

    /// <summary>The session takes no more refreshes.</summary>
    public void Over() => _number = null;

    /// <summary>Encrypts a job for the key in force, every other one with a content key of its own.</summary>
    public DecryptionBlt Encrypt(long job)
    {
        var clear = new byte[16 + (int)(job % 9)];
        NonceSource.Fill(seed: 1, "clear", job, clear);
        using var session = new SessionKey(_key);
        using var cipher = new AesKey(_key);
        WrappedContentKey? wrapped = null;
        if (job % 2 == 0)
        {
            Span<byte> content = stackalloc byte[AesKey.Size];
            NonceSource.Fill(seed: 1, "content-key", job, content);
            cipher.Load(content);
            session.WrapContentKey(content, content);
            wrapped = WrappedContentKey.Read(content);
        }

        var iv = new AesCtrIv((ulong)job, 0);
        var source = new byte[clear.Length];
        RangeCipher.Transform(cipher, iv, EncryptedRanges.Whole, clear, source);
        var blt = new DecryptionBlt(job, source, new byte[clear.Length], iv, EncryptedRanges.Whole, wrapped);
        _clear.Add(blt, clear);
        return blt;
    }

    /// <summary>Compares what a completed job left in its destination with what was encrypted.</summary>
    public string? Mismatch(DecryptionBlt blt) =>
        _clear[blt].AsSpan().SequenceEqual(blt.Destination.Span) ? null : "the clear bytes differ";
}
