namespace Sim.Simulation.Exploration;

/// <summary>Hashes of orders that were met, up to a bound: an open table, since one is added for each schedule.</summary>
internal sealed class OrderSet
{
    /// <summary>Most hashes that are kept; further ones are not counted.</summary>
    public const int Max = 1 << 20;

    private const int FirstLength = 1 << 12;

    private ulong[] _table = new ulong[FirstLength];

    /// <summary>How many different ones there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a hash, if there is room.</summary>
    public void Add(ulong order)
    {
        if (Count == Max)
            return;
        if (Count * 2 >= _table.Length)
            Grow();

        // Nothing marks an empty place: no order has the hash 0, or as good as none.
        order = order == 0 ? 1 : order;
        ref var place = ref PlaceOf(order);
        if (place == order)
            return;
        place = order;
        Count++;
    }

    /// <summary>Adds what another set has.</summary>
    public void Add(OrderSet other)
    {
        foreach (var order in other._table)
        {
            if (order != 0)
                Add(order);
        }
    }

    private ref ulong PlaceOf(ulong order)
    {
        var table = _table;
        var mask = table.Length - 1;
        var at = (int)order & mask;
        while (table[at] != 0 && table[at] != order)
            at = (at + 1) & mask;
        return ref table[at];
    }

    private void Grow()
    {
        var old = _table;
        _table = new ulong[old.Length * 4];
        foreach (var order in old)
        {
            if (order != 0)
                PlaceOf(order) = order;
        }
    }
}
