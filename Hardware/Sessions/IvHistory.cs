using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// Remembers the last IV per key: the IV of one key must always grow, else key stream is used twice
/// (DXVA2_AES_CTR_IV; a driver may refuse an IV that is not above the last). A new session key begins a new history.
/// </summary>
public sealed class IvHistory
{
    /// <summary>Content keys remembered at once. When one more comes, the one that was entered first is forgotten.</summary>
    public const int MaxContentKeys = 64;

    // Made for the first content key: many sessions never see one.
    private Dictionary<WrappedContentKey, ulong>? _lastByContentKey;
    private Queue<WrappedContentKey>? _entered;
    private ulong? _lastOfSessionKey;

    /// <summary>Forgets everything: the key has changed, and with it every wrapped content key.</summary>
    public void Clear()
    {
        _lastByContentKey?.Clear();
        _entered?.Clear();
        _lastOfSessionKey = null;
    }

    /// <summary>True when the job's IV is above the last one of its key.</summary>
    public bool IsIncreasing(DecryptionBlt blt)
    {
        if (blt.ContentKey is not { } key)
            return _lastOfSessionKey is not { } last || blt.Iv.Iv > last;
        return _lastByContentKey?.TryGetValue(key, out var lastOfKey) is not true || blt.Iv.Iv > lastOfKey;
    }

    /// <summary>True when the job's blocks would count past 2^64.</summary>
    public static bool Wraps(DecryptionBlt blt)
    {
        // A block holds 16 bytes: this is far from the end.
        if (blt.Iv.Count < ulong.MaxValue - (ulong)blt.Source.Length)
            return false;
        var blocks = KeystreamUse.Of(blt).Blocks;
        return blocks > 0 && blt.Iv.Count + (blocks - 1) < blt.Iv.Count;
    }

    /// <summary>Notes the IV of an accepted job.</summary>
    public void Record(DecryptionBlt blt)
    {
        if (blt.ContentKey is not { } key)
        {
            _lastOfSessionKey = blt.Iv.Iv;
            return;
        }

        _lastByContentKey ??= [];
        _entered ??= new Queue<WrappedContentKey>();
        if (!_lastByContentKey.ContainsKey(key))
        {
            if (_entered.Count == MaxContentKeys)
                _lastByContentKey.Remove(_entered.Dequeue());
            _entered.Enqueue(key);
        }

        _lastByContentKey[key] = blt.Iv.Iv;
    }
}
