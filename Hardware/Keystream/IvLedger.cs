using System.Collections.Immutable;
using Sim.Hardware.Crypto;

namespace Sim.Hardware.Keystream;

/// <summary>
/// The keystream that was used, for each key. A new key begins anew, so a refresh forgets nothing by itself: the keys
/// of the old epoch are just not asked for any more.
/// </summary>
public sealed record IvLedger
{
    /// <summary>
    /// Keys remembered at once. When one more comes, the one that was entered first is forgotten, but for the session key
    /// in force: what it decrypts is refused when an IV comes again, and not only reported.
    /// </summary>
    public const int MaxKeys = 64;

    private readonly IvMode _mode;

    // In the order of entering; so few that a search is as good as a table.
    private ImmutableArray<(EffectiveKey Key, IvSequence Sequence)> _keys = [];

    private IvLedger(IvMode mode) => _mode = mode;

    /// <summary>Nothing was used.</summary>
    public static IvLedger Empty(IvMode mode) => new(mode);

    /// <summary>What was used of one key.</summary>
    public IvSequence Of(EffectiveKey key)
    {
        var index = IndexOf(key);
        return index < 0 ? new IvSequence(_mode) : _keys[index].Sequence;
    }

    /// <summary>The ledger after a buffer.</summary>
    /// <param name="key">The key.</param>
    /// <param name="first">IV and block count of the buffer's first block.</param>
    /// <param name="blocks">Blocks that it used.</param>
    public IvLedger Used(EffectiveKey key, AesCtrIv first, ulong blocks)
    {
        if (blocks == 0)
            return this;
        var entry = (key, Of(key).Used(first, blocks));
        var index = IndexOf(key);
        if (index >= 0)
            return this with { _keys = _keys.SetItem(index, entry) };
        var kept = _keys.Length == MaxKeys ? _keys.RemoveAt(Oldest(key.Epoch)) : _keys;
        return this with { _keys = kept.Add(entry) };
    }

    // There is one session key an epoch, so one of the first two is another.
    private int Oldest(int epoch) => _keys[0].Key is { ContentKey: null } first && first.Epoch == epoch ? 1 : 0;

    private int IndexOf(EffectiveKey key)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i].Key == key)
                return i;
        }

        return -1;
    }
}
