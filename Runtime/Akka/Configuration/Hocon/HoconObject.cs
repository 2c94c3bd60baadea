using System.Collections.ObjectModel;

namespace Akka.Configuration.Hocon;

/// <summary>The keys and values of an object, in the order of the text. Immutable.</summary>
public sealed class HoconObject
{
    internal static readonly HoconObject Empty = new([]);

    private readonly OrderedDictionary<string, HoconValue> _items;

    internal HoconObject(OrderedDictionary<string, HoconValue> items)
    {
        _items = items;
        Depth = items.Count == 0 ? 0 : items.Values.Max(v => v.Depth);
    }

    /// <summary>The keys and their values.</summary>
    public IReadOnlyDictionary<string, HoconValue> Items => new ReadOnlyDictionary<string, HoconValue>(_items);

    internal int Depth { get; }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key, which is not a path.</param>
    /// <returns>The value, or null when there is none.</returns>
    public HoconValue? GetKey(string key) => _items.GetValueOrDefault(key);

    internal static HoconObject Merge(HoconObject over, HoconObject below)
    {
        var items = new OrderedDictionary<string, HoconValue>(over._items);
        foreach (var (key, value) in below._items)
            items[key] = items.TryGetValue(key, out var own) ? HoconValue.Merge(own, value) : value;
        return new HoconObject(items);
    }
}
