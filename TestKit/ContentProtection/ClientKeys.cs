using System.Buffers.Binary;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Simulation.Experiments;

namespace Sim.Testing.ContentProtection;

/// <summary>The client's side of a session's keys: the session key of each epoch, and one content key.</summary>
internal sealed class ClientKeys
{
    private readonly List<SessionKey> _epochs = [];
    private readonly byte[] _first = new byte[SessionKey.Size];
    private readonly byte[]? _content;

    public ClientKeys(ulong seed, int session, bool contentKey)
    {
        Draw(seed, session * 2L, _first);
        if (contentKey)
            Draw(seed, (session * 2L) + 1, _content = new byte[AesKey.Size]);
        _epochs.Add(new SessionKey(_first));
    }

    /// <summary>The newest epoch that the client knows.</summary>
    public int Epoch => _epochs.Count - 1;

    public SessionKey Of(int epoch) => epoch >= 0 && epoch < _epochs.Count
        ? _epochs[epoch]
        : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"The client knows the keys of epochs 0 to {Epoch}.");

    /// <summary>The first key, for the session; the session owns what it gets.</summary>
    public NegotiateKey Installed() => new(new SessionKey(_first));

    public void Refresh(SessionKeyNonce number) => _epochs.Add(_epochs[^1].Refresh(number));

    /// <summary>Encrypts a job for an epoch.</summary>
    /// <param name="epoch">The epoch whose key wraps the content key, or encrypts.</param>
    /// <param name="iv">Its IV.</param>
    /// <param name="clear">Its bytes.</param>
    /// <param name="encrypted">What travels.</param>
    /// <returns>The content key as it travels; null without one.</returns>
    public WrappedContentKey? Encrypt(int epoch, AesCtrIv iv, ReadOnlySpan<byte> clear, Span<byte> encrypted)
    {
        var session = Of(epoch);
        if (_content is null)
        {
            AesCtr.Transform(session.Cipher, iv, 0, clear, encrypted);
            return null;
        }

        using var content = new AesKey(_content);
        AesCtr.Transform(content, iv, 0, clear, encrypted);
        Span<byte> wrapped = stackalloc byte[WrappedContentKey.Size];
        session.WrapContentKey(_content, wrapped);
        return WrappedContentKey.Read(wrapped);
    }

    private static void Draw(ulong seed, long number, Span<byte> key)
    {
        var random = new SeededRandom(SeededRandom.Of(seed, number));
        BinaryPrimitives.WriteUInt64LittleEndian(key, random.Next());
        BinaryPrimitives.WriteUInt64LittleEndian(key[8..], random.Next());
    }
}
