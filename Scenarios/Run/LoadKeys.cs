using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Run;

/// <summary>A load client's side of the keys: its session key, and one content key that is wrapped anew after each refresh.</summary>
public sealed class LoadKeys : IDisposable
{
    private readonly AesKey? _content;
    private readonly byte[] _contentBytes;
    private SessionKey _session;

    /// <summary>Makes the keys.</summary>
    /// <param name="sessionKey16">The first session key.</param>
    /// <param name="contentKey16">The content key; empty: jobs are encrypted under the session key itself.</param>
    public LoadKeys(ReadOnlySpan<byte> sessionKey16, ReadOnlySpan<byte> contentKey16)
    {
        _session = new SessionKey(sessionKey16);
        _contentBytes = contentKey16.ToArray();
        _content = contentKey16.IsEmpty ? null : new AesKey(contentKey16);
        Wrap();
    }

    /// <summary>The content key under the session key in force; null when there is none.</summary>
    public WrappedContentKey? Wrapped { get; private set; }

    /// <summary>Encrypts a job.</summary>
    public void Encrypt(AesCtrIv iv, EncryptedRanges ranges, ReadOnlySpan<byte> plaintext, Span<byte> destination) =>
        RangeCipher.Transform(_content ?? _session.Cipher, iv, ranges, plaintext, destination);

    /// <summary>What the driver does at Finish: XORs the random number into the session key.</summary>
    public void Refresh(SessionKeyNonce nonce)
    {
        var old = _session;
        _session = old.Refresh(nonce);
        old.Dispose();
        Wrap();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _content?.Dispose();
        Array.Clear(_contentBytes);
    }

    private void Wrap()
    {
        if (_content is null)
            return;
        Span<byte> wrapped = stackalloc byte[SessionKey.Size];
        _session.WrapContentKey(_contentBytes, wrapped);
        Wrapped = WrappedContentKey.Read(wrapped);
    }
}
