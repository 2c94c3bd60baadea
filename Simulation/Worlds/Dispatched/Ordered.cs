namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>A list that is always in order, to be seen as a span.</summary>
/// <param name="order">The order; no two items are equal in it.</param>
internal sealed class Ordered<T>(IComparer<T> order)
    where T : class
{
    private T[] _all = new T[8];
    private int _count;

    public ReadOnlySpan<T> All => new(_all, 0, _count);

    public void Add(T item)
    {
        if (_count == _all.Length)
            Array.Resize(ref _all, _count * 2);
        var at = ~Array.BinarySearch(_all, 0, _count, item, order);
        _all.AsSpan(at, _count - at).CopyTo(_all.AsSpan(at + 1));
        _all[at] = item;
        _count++;
    }

    public void Remove(T item)
    {
        var at = Array.BinarySearch(_all, 0, _count, item, order);
        _all.AsSpan(at + 1, _count - at - 1).CopyTo(_all.AsSpan(at));
        _all[--_count] = null!;
    }
}
