using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sim.Hardware.Sessions;

/// <summary>
/// What is remembered of jobs, or of sessions, by their number. Mostly few are open at once and their numbers are close
/// together: then it takes a few nanoseconds to find one, and nothing is allocated once the table is as large as it needs to be.
/// </summary>
/// <typeparam name="T">What is remembered of each.</typeparam>
public sealed class NumberTable<T>
{
    private const int FirstLength = 16;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // Open addressing with linear probing, at most half full. The length is a power of two; the upper bits of the product
    // choose the place (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    private Entry[] _entries = [];
    private int _shift;

    /// <summary>How many are in it.</summary>
    public int Count { get; private set; }

    /// <summary>True when the number is in it.</summary>
    public bool Contains(long number) => PlaceOf(number) >= 0;

    /// <summary>What is remembered of a number.</summary>
    /// <returns>A null reference when it is not in the table; valid until something is added or removed.</returns>
    public ref T Find(long number)
    {
        var place = PlaceOf(number);
        return ref place >= 0 ? ref _entries[place].Value : ref Unsafe.NullRef<T>();
    }

    /// <summary>What is remembered of a number that may be in it.</summary>
    public bool TryGet(long number, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(number);
        value = place >= 0 ? _entries[place].Value : default;
        return place >= 0;
    }

    /// <summary>What is remembered of a number, which is put in if it is not there.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isNew">True when it was not there: then what is remembered is the default.</param>
    /// <returns>Valid until something is added or removed.</returns>
    public ref T Add(long number, out bool isNew)
    {
        if (2 * (Count + 1) > _entries.Length)
            Grow();
        var entries = _entries;
        var place = Home(number);
        while (entries[place].IsUsed && entries[place].Number != number)
            place = (place + 1) & (entries.Length - 1);
        ref var entry = ref entries[place];
        isNew = !entry.IsUsed;
        if (isNew)
        {
            Count++;
            (entry.Number, entry.IsUsed) = (number, true);
        }

        return ref entry.Value;
    }

    /// <summary>Puts a number in, or replaces what is remembered of it.</summary>
    public void Set(long number, T value) => Add(number, out _) = value;

    /// <summary>Takes a number out.</summary>
    /// <returns>False when it is not in the table.</returns>
    public bool Remove(long number, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(number);
        if (place < 0)
        {
            value = default;
            return false;
        }

        value = _entries[place].Value;
        Close(place);
        Count--;
        return true;
    }

    /// <summary>Takes a number out if it is in the table.</summary>
    public bool Remove(long number) => Remove(number, out _);

    /// <summary>Takes all out.</summary>
    public void Clear()
    {
        if (Count == 0)
            return;
        Array.Clear(_entries);
        Count = 0;
    }

    /// <summary>What is in the table, in no order.</summary>
    public IEnumerable<(long Number, T Value)> All()
    {
        foreach (var entry in _entries)
        {
            if (entry.IsUsed)
                yield return (entry.Number, entry.Value);
        }
    }

    private int PlaceOf(long number)
    {
        if (Count == 0)
            return -1;
        var entries = _entries;
        for (var place = Home(number); entries[place].IsUsed; place = (place + 1) & (entries.Length - 1))
        {
            if (entries[place].Number == number)
                return place;
        }

        return -1;
    }

    // What stands behind the gap moves up unless its home is behind the gap, so that nothing is cut off from its home.
    private void Close(int gap)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        for (var place = (gap + 1) & mask; entries[place].IsUsed; place = (place + 1) & mask)
        {
            if (((place - Home(entries[place].Number)) & mask) < ((place - gap) & mask))
                continue;
            entries[gap] = entries[place];
            gap = place;
        }

        entries[gap] = default;
    }

    private void Grow()
    {
        var before = _entries;
        _entries = new Entry[before.Length == 0 ? FirstLength : before.Length * 2];
        _shift = 64 - int.Log2(_entries.Length);
        Count = 0;
        foreach (var entry in before)
        {
            if (entry.IsUsed)
                Set(entry.Number, entry.Value);
        }
    }

    private int Home(long number) => (int)((ulong)number * Golden >> _shift);

    private struct Entry
    {
        public long Number;
        public bool IsUsed;
        public T Value;
    }
}
