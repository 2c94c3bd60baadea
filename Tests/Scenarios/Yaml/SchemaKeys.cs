using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Schemas;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>The keys of a schema and of files, as paths in which a * stands for any element of a list.</summary>
internal static class SchemaKeys
{
    public static IEnumerable<(string Path, Schema Schema)> Of(Schema schema, string path = "")
    {
        foreach (var (key, value) in schema.Properties)
        {
            var child = NodePath.Child(path, key);
            yield return (child, value);
            foreach (var below in Of(value, child))
                yield return below;
        }

        if (schema.Items is null)
            yield break;
        foreach (var below in Of(schema.Items, NodePath.Child(path, "*")))
            yield return below;
    }

    public static IEnumerable<string> PathsIn(Node node) => Places(node, "", "").Select(place => place.Path);

    /// <summary>Where a key stands for the first time, with indices for the stars.</summary>
    public static string? FirstIn(Node node, string path) =>
        Places(node, "", "").Where(place => place.Path == path).Select(place => place.Place).FirstOrDefault();

    private static IEnumerable<(string Path, string Place)> Places(Node node, string path, string place) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => Places(entry.Value, NodePath.Child(path, entry.Key), NodePath.Child(place, entry.Key))
            .Prepend((NodePath.Child(path, entry.Key), NodePath.Child(place, entry.Key)))),
        ListNode list => list.Items.SelectMany((item, index) => Places(item, NodePath.Child(path, "*"), NodePath.Child(place, index))),
        _ => [],
    };
}
