using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Run;

/// <summary>
/// A client's side of the keys: its session key, and one content key that is wrapped anew after each refresh. It makes no
/// garbage, and can begin again at the first key.
/// </summary>
public sealed class LoadKeys : IDisposable
{
    private readonly byte[] _first;
    private readonly byte[] _current = new byte[SessionKey.Size];
    private readonly byte[] _next = new byte[SessionKey.Size];
    private readonly AesKey _firstSession;
    private readonly AesKey _laterSession = new();
    private AesKey _session;
    private readonly byte[] _contentBytes;
    private readonly AesKey? _content;
    private readonly WrappedContentKey? _firstWrapped;
    private WrappedContentKey? _before;

    /// <summary>Makes the keys.</summary>
    /// <param name="sessionKey16">The first session key.</param>
    /// <param name="contentKey16">The content key; empty: jobs are encrypted under the session key itself.</param>
    public LoadKeys(ReadOnlySpan<byte> sessionKey16, ReadOnlySpan<byte> contentKey16)
    {
        _first = sessionKey16.ToArray();
        _contentBytes = contentKey16.ToArray();
        _content = contentKey16.IsEmpty ? null : new AesKey(contentKey16);
        _session = _firstSession = new AesKey(sessionKey16);
        _firstWrapped = Wrap();
        Begin();
    }

    /// <summary>The content key under the session key in force; null when there is none.</summary>
    public WrappedContentKey? Wrapped { get; private set; }

    /// <summary>Key switches since the first session key.</summary>
    public int Epoch { get; private set; }

    /// <summary>The content key under the session key before, and the epoch of that; what is in force while there was none before.</summary>
    public (WrappedContentKey? Wrapped, int Epoch) Stale => Epoch == 0 ? (Wrapped, 0) : (_before, Epoch - 1);

    /// <summary>Goes back to the first session key.</summary>
    public void Begin()
    {
        Epoch = 0;
        _first.CopyTo(_current, 0);
        _session = _firstSession;
        Wrapped = _firstWrapped;
    }

    /// <summary>The first session key for a session that has it from the beginning. The session owns what it gets.</summary>
    public NegotiateKey Installed() => new(new SessionKey(_first));

    /// <summary>The first session key for a session that gets it by exchange.</summary>
    /// <param name="certificate">The device's public key.</param>
    public byte[] WrappedUnder(ReadOnlySpan<byte> certificate) => DeviceKeyPair.Wrap(certificate, _first);

    /// <summary>Encrypts a job.</summary>
    public void Encrypt(AesCtrIv iv, EncryptedRanges ranges, ReadOnlySpan<byte> plaintext, Span<byte> destination) =>
        RangeCipher.Transform(_content ?? _session, iv, ranges, plaintext, destination);

    /// <summary>What the driver does at Finish: XORs the random number into the session key.</summary>
    public void Refresh(SessionKeyNonce nonce)
    {
        nonce.XorInto(_current);
        UseNext();
    }

    /// <summary>Another session key, for a negotiation; in use from <see cref="Renegotiated"/> on. The session owns what it gets.</summary>
    public NegotiateKey Renegotiate()
    {
        // Drawn from the key in use, so that no two negotiations have the same.
        _session.EncryptBlock("renegotiated key"u8, _next);
        return new NegotiateKey(new SessionKey(_next));
    }

    /// <summary>The device has taken the key of <see cref="Renegotiate"/>.</summary>
    public void Renegotiated()
    {
        _next.CopyTo(_current, 0);
        UseNext();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _firstSession.Dispose();
        _laterSession.Dispose();
        _content?.Dispose();
        Array.Clear(_first);
        Array.Clear(_current);
        Array.Clear(_next);
        Array.Clear(_contentBytes);
    }

    private void UseNext()
    {
        Epoch++;
        _before = Wrapped;
        _laterSession.Load(_current);
        _session = _laterSession;
        Wrapped = Wrap();
    }

    private WrappedContentKey? Wrap()
    {
        if (_content is null)
            return null;
        Span<byte> wrapped = stackalloc byte[WrappedContentKey.Size];
        _session.EncryptBlock(_contentBytes, wrapped);
        return WrappedContentKey.Read(wrapped);
    }
}
