using System.Runtime.CompilerServices;

namespace Sim.Hardware.Sessions;

/// <summary>What is remembered of the epochs of one session that are not over. They are few, and the newest is looked for most.</summary>
/// <typeparam name="T">What is remembered of an epoch.</typeparam>
internal struct EpochTable<T>
{
    private const int FirstLength = 2;

    private Entry[] _entries = new Entry[FirstLength];

    /// <summary>Makes an empty table.</summary>
    public EpochTable()
    {
    }

    /// <summary>How many epochs are in it.</summary>
    public int Count { readonly get; private set; }

    /// <summary>What is remembered of the epoch that was put in last; there must be one. Valid until something is added or removed.</summary>
    public readonly ref T Newest => ref _entries[Count - 1].Value;

    /// <summary>What is remembered of an epoch.</summary>
    /// <returns>A null reference when it is not in the table; valid until something is added or removed.</returns>
    public readonly ref T Find(int epoch)
    {
        var entries = _entries;
        for (var place = Count - 1; (uint)place < (uint)entries.Length; place--)
        {
            if (entries[place].Epoch == epoch)
                return ref entries[place].Value;
        }

        return ref Unsafe.NullRef<T>();
    }

    /// <summary>True when the epoch is in it.</summary>
    public readonly bool Contains(int epoch) => PlaceOf(epoch) >= 0;

    /// <summary>Puts an epoch in that is not in it.</summary>
    public void Add(int epoch, T value)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, 2 * Count);
        _entries[Count++] = new Entry { Epoch = epoch, Value = value };
    }

    /// <summary>Takes an epoch out if it is in the table.</summary>
    public void Remove(int epoch)
    {
        var place = PlaceOf(epoch);
        if (place < 0)
            return;
        // They are so few that a loop is quicker than a block move.
        var entries = _entries;
        var last = --Count;
        for (; place < last; place++)
            entries[place] = entries[place + 1];
        entries[last] = default;
    }

    /// <summary>Takes out the epoch that was put in first.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTakeOldest(out int epoch, out T value)
    {
        if (Count == 0)
        {
            (epoch, value) = (-1, default!);
            return false;
        }

        (epoch, value) = (_entries[0].Epoch, _entries[0].Value);
        Remove(epoch);
        return true;
    }

    private readonly int PlaceOf(int epoch)
    {
        var place = Count - 1;
        while (place >= 0 && _entries[place].Epoch != epoch)
            place--;
        return place;
    }

    private struct Entry
    {
        public int Epoch;
        public T Value;
    }
}
