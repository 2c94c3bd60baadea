using System.Collections;

namespace Sim.Hardware.Sessions;

/// <summary>
/// What one step of a machine decides, in order: filled, read and emptied hundreds of times in a small simulated run. What
/// was in it is not wiped when it is emptied, only overwritten later; it is as long as the longest step.
/// </summary>
/// <typeparam name="T">A decision.</typeparam>
public sealed class StepList<T> : ICollection<T>
{
    private const int FirstLength = 4;

    private T[] _items = new T[FirstLength];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>What is in it; valid until something is added.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    /// <inheritdoc/>
    public void Add(T item)
    {
        var items = _items;
        var count = Count;
        if ((uint)count < (uint)items.Length)
        {
            items[count] = item;
            Count = count + 1;
        }
        else
        {
            Grow(item);
        }
    }

    /// <inheritdoc/>
    public void Clear() => Count = 0;

    /// <inheritdoc/>
    public bool Contains(T item) => Array.IndexOf(_items, item, 0, Count) >= 0;

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => Items.CopyTo(array.AsSpan(arrayIndex));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: what is decided stays so.</exception>
    public bool Remove(T item) => throw new NotSupportedException("What a step decided is not taken back.");

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items[..Count]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow(T item)
    {
        Array.Resize(ref _items, 2 * _items.Length);
        _items[Count++] = item;
    }
}
