namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>Paths such as <c>sessions.0.jobs.count</c>: what errors name and <c>--set</c> takes.</summary>
internal static class NodePath
{
    public static string Child(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    public static string Child(string parent, int index) => Child(parent, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The place of a path, or of the nearest part of it that was written.</summary>
    public static Place PlaceOf(Node root, string path)
    {
        var (node, place) = (root, root.Place);
        while (path.Length > 0)
        {
            var (key, rest) = Step(node, path);
            var next = node switch
            {
                MapNode map => map.Find(key)?.Value,
                ListNode list when int.TryParse(key, out var index) && index < list.Items.Length => list.Items[index],
                _ => null,
            };
            if (next is null)
                break;
            (node, place, path) = (next, next.Place, rest);
        }

        return place;
    }

    // A metric's name holds a dot of its own, and nothing lies behind a metric.
    private static (string Key, string Below) Step(Node node, string path)
    {
        if (node is MapNode map && map.Find(path) is not null)
            return (path, "");
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
    }
}
