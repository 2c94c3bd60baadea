using Sim.Hardware.Crypto;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>
/// The client's side of the keys: the session key that it agreed on, and each content key wrapped under it, wrapped anew
/// after every refresh.
/// </summary>
public sealed class ClientKeys : IDisposable
{
    private readonly Dictionary<KeyId, ReadOnlyMemory<byte>> _contentKeys = [];
    private readonly Dictionary<KeyId, WrappedContentKey> _wrapped = [];
    private SessionKey _sessionKey;

    /// <summary>Wraps the content keys under the first session key.</summary>
    /// <exception cref="ArgumentException">A key id has no key.</exception>
    public ClientKeys(ReadOnlySpan<byte> sessionKey, ContentKeys keys, IEnumerable<KeyId> ids)
    {
        _sessionKey = new SessionKey(sessionKey);
        foreach (var id in ids)
        {
            if (!keys.TryFind(id, out var key))
                throw new ArgumentException($"There is no content key for key id {id}.", nameof(keys));
            _contentKeys.Add(id, key);
        }

        Wrap();
    }

    /// <summary>The content key of a key id under the session key in force.</summary>
    public WrappedContentKey this[KeyId id] => _wrapped[id];

    /// <summary>What the driver does at Finish: XORs the random number into the session key. All content keys are wrapped anew.</summary>
    public void Refresh(SessionKeyNonce nonce)
    {
        var old = _sessionKey;
        _sessionKey = old.Refresh(nonce);
        old.Dispose();
        Wrap();
    }

    /// <inheritdoc/>
    public void Dispose() => _sessionKey.Dispose();

    private void Wrap()
    {
        Span<byte> wrapped = stackalloc byte[SessionKey.Size];
        foreach (var (id, key) in _contentKeys)
        {
            _sessionKey.WrapContentKey(key.Span, wrapped);
            _wrapped[id] = WrappedContentKey.Read(wrapped);
        }
    }
}
