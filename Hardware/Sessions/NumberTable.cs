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
    private const int ProbesMax = 8;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // Open addressing with linear probing, at most half full; the length is a power of two. Each number has a home: its own lower
    // bits, so that numbers that are close together are all at home. When that fails, as it does for numbers that lie wide apart,
    // the upper bits of a product are the home (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    private Entry[] _entries = [];
    private int _shift;
    private bool _scatters;

    // How many are not at home: as long as there are none, nothing is probed, and nothing moves when one is taken out.
    private int _displaced;

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
            Rebuild(Math.Max(FirstLength, _entries.Length * 2));
        ref var entry = ref _entries[Home(number)];
        if (entry.IsUsed)
        {
            isNew = false;
            return ref entry.Number == number ? ref entry.Value : ref AddDisplaced(number, out isNew);
        }

        Count++;
        (entry.Number, entry.IsUsed) = (number, true);
        isNew = true;
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
        (Count, _displaced) = (0, 0);
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
        var home = Home(number);
        ref var entry = ref _entries[home];
        if (!entry.IsUsed)
            return -1;
        return entry.Number == number ? home : _displaced == 0 ? -1 : Probe(number, home);
    }

    private int Probe(long number, int home)
    {
        var entries = _entries;
        for (var place = Next(home); entries[place].IsUsed; place = Next(place))
        {
            if (entries[place].Number == number)
                return place;
        }

        return -1;
    }

    // Its home is somebody else's, who may also be one that was not at home there.
    private ref T AddDisplaced(long number, out bool isNew)
    {
        var place = Home(number);
        for (var probes = 0; _entries[place].IsUsed; place = Next(place))
        {
            if (_entries[place].Number == number)
            {
                isNew = false;
                return ref _entries[place].Value;
            }

            if (++probes > ProbesMax && !_scatters)
            {
                _scatters = true;
                Rebuild(_entries.Length);
                return ref Add(number, out isNew);
            }
        }

        Count++;
        _displaced++;
        ref var entry = ref _entries[place];
        (entry.Number, entry.IsUsed) = (number, true);
        isNew = true;
        return ref entry.Value;
    }

    private void Close(int gap)
    {
        if (_displaced > 0)
            gap = CloseRanks(gap);
        _entries[gap] = default;
    }

    // What stands behind the gap moves up unless its home is behind the gap, so that nothing is cut off from its home.
    private int CloseRanks(int gap)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        if (Home(entries[gap].Number) != gap)
            _displaced--;
        for (var place = Next(gap); entries[place].IsUsed; place = Next(place))
        {
            var home = Home(entries[place].Number);
            if (((place - home) & mask) < ((place - gap) & mask))
                continue;
            if (home == gap)
                _displaced--;
            entries[gap] = entries[place];
            gap = place;
        }

        return gap;
    }

    private void Rebuild(int length)
    {
        var before = _entries;
        _entries = new Entry[length];
        _shift = 64 - int.Log2(length);
        (Count, _displaced) = (0, 0);
        foreach (var entry in before)
        {
            if (entry.IsUsed)
                Set(entry.Number, entry.Value);
        }
    }

    private int Next(int place) => (place + 1) & (_entries.Length - 1);

    private int Home(long number) =>
        _scatters ? (int)((ulong)number * Golden >> _shift) : (int)number & (_entries.Length - 1);

    private struct Entry
    {
        public long Number;
        public bool IsUsed;
        public T Value;
    }
}
