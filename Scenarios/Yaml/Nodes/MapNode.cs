using System.Collections.Immutable;

namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>Keys with their values, in the order in which they were written. No key occurs twice.</summary>
internal sealed class MapNode(Place place, ImmutableArray<MapEntry> entries) : Node(place)
{
    public ImmutableArray<MapEntry> Entries => entries;

    public override string Description => "a map of keys";

    public MapEntry? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The map with one more entry, or with the entry of that key replaced.</summary>
    public MapNode With(MapEntry entry)
    {
        var at = IndexOf(entry.Key);
        return new MapNode(Place, at < 0 ? entries.Add(entry) : entries.SetItem(at, entry));
    }

    public MapNode Without(string key)
    {
        var at = IndexOf(key);
        return at < 0 ? this : new MapNode(Place, entries.RemoveAt(at));
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key == key)
                return i;
        }

        return -1;
    }
}
