using Sim.Hardware.Crypto;

namespace Sim.Scenarios.Browser;

/// <summary>The content keys of a browser's CDM, and each as it travels: wrapped under the session key in force.
/// It belongs to one thread at a time.</summary>
public sealed class ContentKeyStore
{
    private readonly Dictionary<Guid, byte[]> _keys = [];
    private readonly Dictionary<Guid, byte[]> _wrapped = [];
    private byte[]? _sessionKey;

    /// <summary>Told when a key was set: whoever had none may try again.</summary>
    public event Action<Guid>? KeySet;

    /// <summary>SetKey: a content key is there, in place of the one before, if there was one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="contentKey">The key, 16 bytes.</param>
    public void Set(Guid id, byte[] contentKey)
    {
        _keys[id] = contentKey;
        Wrap(id);
        KeySet?.Invoke(id);
    }

    /// <summary>RemoveKey: undoes <see cref="Set"/>.</summary>
    public void Remove(Guid id)
    {
        _keys.Remove(id);
        _wrapped.Remove(id);
    }

    /// <summary>The key as DecryptionBlt takes it; null: there is none, or no session key to wrap it under.</summary>
    public byte[]? Find(Guid id) => _wrapped.GetValueOrDefault(id);

    /// <summary>The session key has changed: every live content key is wrapped again.</summary>
    public void UseSessionKey(byte[] sessionKey)
    {
        _sessionKey = sessionKey;
        foreach (var id in _keys.Keys)
            Wrap(id);
    }

    /// <summary>All keys are lost, the session key with them.</summary>
    public void Clear()
    {
        _sessionKey = null;
        _keys.Clear();
        _wrapped.Clear();
    }

    private void Wrap(Guid id)
    {
        if (_sessionKey is null)
            return;
        using var key = new SessionKey(_sessionKey);
        var wrapped = new byte[WrappedContentKey.Size];
        key.WrapContentKey(_keys[id], wrapped);
        _wrapped[id] = wrapped;
    }
}
