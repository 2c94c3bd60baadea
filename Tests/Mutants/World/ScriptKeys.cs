using Sim.Hardware.Crypto;

namespace Sim.Tests.Mutants.World;

/// <summary>What a client knows of keys: its session key, as it computes it itself, and a content key, wrapped anew for each.</summary>
internal sealed class ScriptKeys
{
    private readonly byte[] _session = new byte[SessionKey.Size];
    private readonly byte[] _content = new byte[AesKey.Size];
    private readonly AesKey _sessionCipher = new();
    private readonly AesKey _contentCipher;
    private readonly int _client;
    private int _negotiations;
    private int _epoch = -1;

    public ScriptKeys(int client)
    {
        _client = client;
        NonceSource.Fill(seed: 1, "content-key", client, _content);
        _contentCipher = new AesKey(_content);
    }

    /// <summary>The content key under the session key in force.</summary>
    public WrappedContentKey Wrapped { get; private set; }

    /// <summary>The same under the session key before, and the epoch of that; what is in force while there was none before.</summary>
    public (WrappedContentKey Wrapped, int Epoch) Stale { get; private set; }

    /// <summary>A new session key, which takes force when the session has accepted it.</summary>
    public byte[] Propose()
    {
        var key = new byte[SessionKey.Size];
        NonceSource.Fill(seed: 1, "session-key", (_client << 8) | ++_negotiations, key);
        return key;
    }

    /// <summary>The session has accepted a key.</summary>
    public void Use(ReadOnlySpan<byte> key)
    {
        key.CopyTo(_session);
        _sessionCipher.Load(key);
        Span<byte> wrapped = stackalloc byte[AesKey.Size];
        _sessionCipher.EncryptBlock(_content, wrapped);
        var next = WrappedContentKey.Read(wrapped);
        Stale = _epoch < 0 ? (next, 0) : (Wrapped, _epoch);
        (Wrapped, _epoch) = (next, _epoch + 1);
    }

    /// <summary>What the driver does at Finish.</summary>
    public void Refresh(SessionKeyNonce number)
    {
        Span<byte> next = stackalloc byte[SessionKey.Size];
        number.Write(next);
        for (var i = 0; i < next.Length; i++)
            next[i] ^= _session[i];
        Use(next);
    }

    public void Encrypt(bool contentKey, AesCtrIv iv, Span<byte> bytes) =>
        RangeCipher.Transform(contentKey ? _contentCipher : _sessionCipher, iv, EncryptedRanges.Whole, bytes, bytes);
}
