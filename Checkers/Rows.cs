using Sim.Hardware.Sessions;

namespace Sim.Checkers;

// One row for each number that is open. Rows are used again: what opens and closes costs no allocation.
internal sealed class Rows<T>(Func<T> create)
    where T : Row
{
    private const int NearLength = 32;

    // Numbers that are open together mostly are close together, too: each has its row by its lower bits. Who finds it taken is in the table.
    private readonly T?[] _near = new T?[NearLength];
    private readonly NumberTable<T> _far = new();
    private readonly Stack<T> _spare = [];
    private int _nearCount;

    public int Count => _nearCount + _far.Count;

    public T? Find(long number)
    {
        var row = _near[number & (NearLength - 1)];
        return row is not null && row.IsOpenFor(number) ? row : FindFar(number);
    }

    // The row of a number, which is opened if it is not. A new one is as the number before left it.
    public T Open(long number, out bool isNew)
    {
        var row = _near[number & (NearLength - 1)];
        isNew = false;
        if (row is null)
            return OpenBeside(number, out isNew);
        if (row.IsOpenFor(number))
            return row;
        if (row.IsOpen || _far.Count > 0)
            return OpenBeside(number, out isNew);
        isNew = true;
        _nearCount++;
        row.Open(number);
        return row;
    }

    // The row of a number that was open is as it was until another number opens it.
    public T? Close(long number)
    {
        var row = _near[number & (NearLength - 1)];
        if (row is null || !row.IsOpenFor(number))
            return CloseFar(number);
        row.Close();
        _nearCount--;
        return row;
    }

    public void Clear()
    {
        if (_nearCount > 0)
        {
            foreach (var row in _near)
                row?.Close();
            _nearCount = 0;
        }

        _far.Clear();
    }

    // For what is rare.
    public IEnumerable<T> InOrder() =>
        _near.OfType<T>().Where(row => row.IsOpen).Concat(_far.All().Select(far => far.Value)).OrderBy(row => row.Number);

    private T? FindFar(long number) => _far.Count > 0 && _far.TryGet(number, out var row) ? row : null;

    private T? CloseFar(long number)
    {
        if (!_far.Remove(number, out var row))
            return null;
        row.Close();
        _spare.Push(row);
        return row;
    }

    private T OpenBeside(long number, out bool isNew)
    {
        isNew = false;
        if (FindFar(number) is { } far)
            return far;
        isNew = true;
        ref var near = ref _near[number & (NearLength - 1)];
        T row;
        if (near is { IsOpen: true })
        {
            row = _spare.TryPop(out var spare) ? spare : create();
            _far.Set(number, row);
        }
        else
        {
            row = near ??= create();
            _nearCount++;
        }

        row.Open(number);
        return row;
    }
}
