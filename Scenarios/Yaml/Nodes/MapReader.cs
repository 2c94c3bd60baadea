using System.Collections.Immutable;
using System.Globalization;

namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>The values of a map that has passed the schema; a missing key reads as null, a missing map as an empty one.</summary>
internal readonly struct MapReader(MapNode? map)
{
    public bool Exists => map is not null;

    public MapReader Map(string key) => new(map?.Find(key)?.Value as MapNode);

    public ImmutableArray<MapReader> Maps(string key) => [.. Items(key).Select(item => new MapReader((MapNode)item))];

    public ImmutableArray<string> Texts(string key) => [.. Items(key).Select(item => ((ScalarNode)item).Text)];

    public IEnumerable<(string Key, string Text)> Entries() =>
        map?.Entries.Select(entry => (entry.Key, ((ScalarNode)entry.Value).Text)) ?? [];

    public string? Text(string key) => (map?.Find(key)?.Value as ScalarNode)?.Text;

    public bool? Flag(string key) => Text(key) is { } text ? bool.Parse(text) : null;

    public int? Int(string key) => (int?)Long(key);

    public long? Long(string key) =>
        Text(key) is { } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    private ImmutableArray<Node> Items(string key) => (map?.Find(key)?.Value as ListNode)?.Items ?? [];
}
