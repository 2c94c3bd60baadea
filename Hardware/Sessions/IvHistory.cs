using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// Remembers the last IV per key: the IV of one key must always grow, else key stream is used twice
/// (DXVA2_AES_CTR_IV; a driver may refuse an IV that is not above the last). A new session key begins a new history.
/// </summary>
public struct IvHistory
{
    /// <summary>Content keys remembered at once. When one more comes, the one that was entered first is forgotten.</summary>
    public const int MaxContentKeys = 64;

    private const int None = -1;

    // In the order of entering, and then in a ring. So few that a search is as good as a table; mostly it is the one found last.
    private (WrappedContentKey Key, ulong Last)[] _contentKeys = [];
    private int _count;
    private int _oldest;
    private int _found = None;
    private ulong? _lastOfSessionKey;

    /// <summary>Makes an empty history.</summary>
    public IvHistory()
    {
    }

    /// <summary>Forgets everything: the key has changed, and with it every wrapped content key.</summary>
    public void Clear()
    {
        (_count, _oldest, _found) = (0, 0, None);
        _lastOfSessionKey = null;
    }

    /// <summary>True when the job's IV is above the last one of its key.</summary>
    public bool IsIncreasing(DecryptionBlt blt)
    {
        if (blt.ContentKey is not { } key)
            return _lastOfSessionKey is not { } last || blt.Iv.Iv > last;
        var place = PlaceOf(key);
        return place < 0 || blt.Iv.Iv > _contentKeys[place].Last;
    }

    /// <summary>True when the job's blocks would count past 2^64.</summary>
    // A block holds 16 bytes: mostly this is far from the end.
    public static bool Wraps(DecryptionBlt blt) =>
        blt.Iv.Count >= ulong.MaxValue - (ulong)blt.Source.Length && WrapsNearTheEnd(blt);

    /// <summary>Notes the IV of an accepted job.</summary>
    /// <returns>True when it was above the last one of its key.</returns>
    public bool Record(DecryptionBlt blt)
    {
        var iv = blt.Iv.Iv;
        if (blt.ContentKey is not { } key)
        {
            var isAbove = _lastOfSessionKey is not { } before || iv > before;
            _lastOfSessionKey = iv;
            return isAbove;
        }

        var (keys, found) = (_contentKeys, _found);
        if ((uint)found >= (uint)keys.Length || keys[found].Key != key)
            return Record(key, iv);
        ref var last = ref keys[found].Last;
        var isIncreasing = iv > last;
        last = iv;
        return isIncreasing;
    }

    // It is not the key found last.
    private bool Record(WrappedContentKey key, ulong iv)
    {
        var place = PlaceOf(key);
        var isNew = place < 0;
        if (isNew)
            place = Enter(key);
        ref var last = ref _contentKeys[place].Last;
        var isIncreasing = isNew || iv > last;
        last = iv;
        return isIncreasing;
    }

    private static bool WrapsNearTheEnd(DecryptionBlt blt)
    {
        var blocks = KeystreamUse.Of(blt).Blocks;
        return blocks > 0 && blt.Iv.Count + (blocks - 1) < blt.Iv.Count;
    }

    private int PlaceOf(WrappedContentKey key)
    {
        if (_found >= 0 && _contentKeys[_found].Key == key)
            return _found;
        for (var place = 0; place < _count; place++)
        {
            if (_contentKeys[place].Key == key)
                return _found = place;
        }

        return -1;
    }

    private int Enter(WrappedContentKey key)
    {
        if (_count == MaxContentKeys)
        {
            _found = _oldest;
            _oldest = (_oldest + 1) % MaxContentKeys;
        }
        else
        {
            if (_count == _contentKeys.Length)
                Array.Resize(ref _contentKeys, Math.Max(1, 2 * _count));
            _found = _count++;
        }

        _contentKeys[_found].Key = key;
        return _found;
    }
}
