using System.Globalization;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Schemas;

namespace Sim.Scenarios.Yaml;

/// <summary>
/// One <c>--set KEY=VALUE</c>. The key is a path with dots: <c>device.engines</c>, <c>sessions.movie.count</c> (an element by
/// its name), <c>faults.0.hang</c> (an element by its index). The value is written as in a file; text needs no quotes, lists
/// and maps stand in brackets, and an empty value takes the key out. Maps on the way are made when they are missing.
/// </summary>
public sealed class ScenarioOverride
{
    internal const string Option = "--set ";

    private readonly string _path;
    private readonly string _value;

    private ScenarioOverride(string argument, string path, string value) => (Argument, _path, _value) = (argument, path, value);

    /// <summary>The argument as it stands on the command line.</summary>
    public string Argument { get; }

    private Place Place => Place.Whole(Option + Argument);

    /// <summary>Reads an argument.</summary>
    /// <exception cref="ScenarioException">It is not KEY=VALUE.</exception>
    public static ScenarioOverride Parse(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new ScenarioOverride(argument, argument[..equals].Trim(), argument[(equals + 1)..].Trim())
            : throw new ScenarioException(Option + argument, 0, 0, "write it as KEY=VALUE, for example device.engines=2");
    }

    internal Node Apply(Node root, Schema schema) => Change(root, schema, _path);

    private Node Change(Node node, Schema? schema, string path) => node switch
    {
        MapNode map => ChangeMap(map, schema, path),
        ListNode list => ChangeList(list, schema, path),
        _ => throw Refuse($"there is nothing below {node.Description}, and so no '{path}'"),
    };

    private MapNode ChangeMap(MapNode map, Schema? schema, string path)
    {
        var (key, rest) = Step(schema, path);
        var expected = schema?.Property(key);
        var present = map.Find(key);
        if (rest.Length == 0 && _value.Length == 0)
            return present is not null ? map.Without(key) : throw Refuse($"there is no '{key}' to take out");
        if (rest.Length == 0)
            return map.With(new MapEntry(key, Place, Value()));
        if (schema is not null && expected is null)
            throw Refuse(NearestName.Missing("key", key, [.. schema.Properties.Select(property => property.Key)]));
        if (present is null && expected?.Is(NodeType.Array) == true)
            throw Refuse($"the list '{key}' is empty and has no '{rest}'");
        var below = present?.Value ?? new MapNode(Place, []);
        return map.With(new MapEntry(key, present?.KeyPlace ?? Place, Change(below, expected, rest)));
    }

    private ListNode ChangeList(ListNode list, Schema? schema, string path)
    {
        var (key, rest) = Step(null, path);
        var index = IndexOf(list, key);
        return rest.Length == 0 && _value.Length == 0
            ? list.Without(index)
            : list.With(index, rest.Length == 0 ? Value() : Change(list.Items[index], schema?.Items, rest));
    }

    private int IndexOf(ListNode list, string key)
    {
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index < list.Items.Length
                ? index
                : throw Refuse($"there is no element {key}; the list has {list.Items.Length.ToString(CultureInfo.InvariantCulture)}, the first is 0");
        }

        var names = list.Items.Select(NameOf).ToList();
        var named = names.IndexOf(key);
        return named >= 0 ? named : throw Refuse(NearestName.Missing("element", key, [.. names.OfType<string>()]));
    }

    private static string? NameOf(Node item) => ((item as MapNode)?.Find("name")?.Value as ScalarNode)?.Text;

    // Names of metrics hold dots of their own: where keys do, the rest of the path is one key.
    private static (string Key, string Below) Step(Schema? schema, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || schema?.Properties.Any(property => property.Key.Contains('.', StringComparison.Ordinal)) == true
            ? (path, "")
            : (path[..dot], path[(dot + 1)..]);
    }

    // Without brackets or quotes the text stands for itself: a bound such as >= 5 would be a block of text in YAML.
    private Node Value() => _value[0] is '[' or '{' or '"' or '\''
        ? NodeParser.ParseValue(_value, Option + Argument)
        : new ScalarNode(Place, _value, quoted: false);

    private ScenarioException Refuse(string problem) => new(Option + Argument, 0, 0, problem);
}
