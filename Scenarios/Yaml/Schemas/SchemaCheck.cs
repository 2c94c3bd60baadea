using System.Collections.Immutable;
using System.Globalization;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Values;

namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>
/// Finds the first thing in which a tree differs from its schema. An interpreter of our own for the few keywords that are
/// needed: libraries check JSON values, which have lost the lines and columns that an error must name, and say that a
/// pattern does not match where a user needs to hear which unit is missing.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>The first problem in the order of the text; null when there is none.</summary>
    public static NodeProblem? First(Node node, Schema schema, string path = "") => node switch
    {
        MapNode map when schema.Is(NodeType.Object) => OfMap(map, schema, path),
        ListNode list when schema.Is(NodeType.Array) => OfList(list, schema, path),
        ScalarNode scalar => OfScalar(scalar, schema) is { } text ? new NodeProblem(node.Place, path, text) : null,
        _ => new NodeProblem(node.Place, path, Mismatch(node, schema)),
    };

    private static NodeProblem? OfMap(MapNode map, Schema schema, string path)
    {
        foreach (var entry in map.Entries)
        {
            var child = NodePath.Child(path, entry.Key);
            if (schema.Property(entry.Key) is not { } expected)
                return new NodeProblem(entry.KeyPlace, child, NearestName.Missing("key", entry.Key, KeysOf(schema)));
            if (First(entry.Value, expected, child) is { } problem)
                return problem;
        }

        foreach (var key in schema.Required)
        {
            if (map.Find(key) is null)
                return new NodeProblem(map.Place, path, $"the key '{key}' is missing");
        }

        foreach (var keys in schema.Choices)
        {
            if (OfChoice(map, keys, path) is { } problem)
                return problem;
        }

        foreach (var keys in schema.Exclusive)
        {
            if (OfExclusive(map, keys, path) is { } clash)
                return clash;
        }

        return map.Entries.Length < schema.MinProperties
            ? new NodeProblem(map.Place, path, $"at least one of {string.Join(", ", KeysOf(schema))} is needed")
            : null;
    }

    private static NodeProblem? OfChoice(MapNode map, ImmutableArray<string> keys, string path) =>
        map.Entries.Any(entry => keys.Contains(entry.Key))
            ? OfExclusive(map, keys, path)
            : new NodeProblem(map.Place, path, $"one of {string.Join(", ", keys)} is missing");

    private static NodeProblem? OfExclusive(MapNode map, ImmutableArray<string> keys, string path) =>
        map.Entries.Where(entry => keys.Contains(entry.Key)).ToList() is [var first, var second, ..]
            ? new NodeProblem(second.KeyPlace, NodePath.Child(path, second.Key), $"'{second.Key}' cannot stand beside '{first.Key}'")
            : null;

    private static NodeProblem? OfList(ListNode list, Schema schema, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var child = NodePath.Child(path, i);
            if (First(list.Items[i], schema.Items!, child) is { } problem)
                return problem;
            if (schema.UniqueItems && list.Items[i] is ScalarNode item && !seen.Add(item.Text))
                return new NodeProblem(item.Place, child, $"'{item.Shown}' stands in the list twice");
        }

        return list.Items.Length switch
        {
            var count when count < schema.MinItems => new NodeProblem(list.Place, path, "the list is empty"),
            var count when count > schema.MaxItems =>
                new NodeProblem(list.Items[schema.MaxItems].Place, path, $"the list is longer than {schema.MaxItems}"),
            _ => null,
        };
    }

    private static string? OfScalar(ScalarNode scalar, Schema schema)
    {
        if (!schema.Enum.IsEmpty && schema.Format is null)
            return OfEnum(scalar, schema);
        return scalar.Kind switch
        {
            ScalarKind.Integer when schema.Is(NodeType.Integer) || schema.Is(NodeType.Number) => OfNumber(scalar, schema),
            ScalarKind.Number when schema.Is(NodeType.Number) => OfNumber(scalar, schema),
            ScalarKind.Boolean when schema.Is(NodeType.Boolean) => null,
            ScalarKind.Text when schema.Is(NodeType.String) => OfText(scalar, schema),
            // A number where a quantity is expected lacks its unit: the format says so better than the type does.
            ScalarKind.Integer or ScalarKind.Number when schema is { Format: { } format } && schema.Is(NodeType.String) =>
                TextFormats.Read(format, scalar.Text).Problem ?? Mismatch(scalar, schema),
            _ => Mismatch(scalar, schema),
        };
    }

    private static string? OfEnum(ScalarNode scalar, Schema schema)
    {
        var isText = schema.Is(NodeType.String);
        if (isText == (scalar.Kind == ScalarKind.Text) && schema.Enum.Contains(scalar.Text))
            return null;
        return isText && scalar.Kind == ScalarKind.Text ? NearestName.Missing("value", scalar.Text, schema.Enum) : Mismatch(scalar, schema);
    }

    private static string? OfNumber(ScalarNode scalar, Schema schema)
    {
        // What no decimal holds is far out of every range.
        var inRange = decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && schema.Range.Contains(value);
        return inRange ? null : $"{scalar.Shown} is out of range; it must be {schema.Range}";
    }

    private static string? OfText(ScalarNode scalar, Schema schema)
    {
        if (scalar.Text.Length < schema.MinLength)
            return "must not be empty";
        if (scalar.Text.Length > schema.MaxLength)
            return $"is {scalar.Text.Length} characters long; at most {schema.MaxLength} are allowed";
        if (ForbiddenCharacter.Find(scalar.Text) is >= 0 and var at)
            return ForbiddenCharacter.Problem(scalar.Text[at]);
        if (schema.Format is null)
            return null;
        var read = TextFormats.Read(schema.Format, scalar.Text);
        return read.Problem ?? read.Value.Select(quantity => OfQuantity(quantity, scalar, schema)).FirstOrDefault(problem => problem is not null);
    }

    private static string? OfQuantity(Quantity quantity, ScalarNode scalar, Schema schema)
    {
        var (least, most) = (BoundOf(schema.LeastQuantities, quantity), BoundOf(schema.MostQuantities, quantity));
        if ((least is null || quantity.Magnitude >= least.Value.Magnitude) && (most is null || quantity.Magnitude <= most.Value.Magnitude))
            return null;
        return $"'{scalar.Shown}' is out of range; it must be " + (least, most) switch
        {
            (null, _) => $"at most {Written(most)}",
            (_, null) => $"at least {Written(least)}",
            _ => $"{Written(least)} to {Written(most)}",
        };
    }

    private static Quantity? BoundOf(ImmutableArray<string> bounds, Quantity quantity) => bounds
        .Select(bound => Quantity.Read(bound, Enum.GetValues<Dimension>()).Value)
        .Where(bound => bound.Unit.Dimension == quantity.Unit.Dimension)
        .Select(bound => (Quantity?)bound)
        .FirstOrDefault();

    private static string Written(Quantity? bound) =>
        bound!.Value.Number + (bound.Value.Unit.Dimension == Dimension.Jobs ? " " : "") + bound.Value.Unit.Name;

    private static string[] KeysOf(Schema schema) => [.. schema.Properties.Select(property => property.Key)];

    private static string Mismatch(Node node, Schema schema)
    {
        var expected = schema.Enum.IsEmpty || schema.Format is not null
            ? string.Join(" or ", schema.Types.Select(NameOf))
            : string.Join(" or ", schema.Enum);
        return node is ScalarNode { Kind: ScalarKind.Null }
            ? $"is empty; it must be {expected}"
            : $"must be {expected}, not {node.Description}{(node is ScalarNode { Quoted: true } && !schema.Is(NodeType.String) ? " in quotes" : "")}";
    }

    private static string NameOf(NodeType type) => type switch
    {
        NodeType.Object => "a map of keys",
        NodeType.Array => "a list",
        NodeType.String => "text",
        NodeType.Integer => "a whole number",
        NodeType.Number => "a number",
        _ => "true or false",
    };
}
