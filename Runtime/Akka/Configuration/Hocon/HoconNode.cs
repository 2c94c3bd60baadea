namespace Akka.Configuration.Hocon;

// What the parser produces: the tree as written, before substitutions are resolved.
internal abstract class HoconNode(HoconPosition at)
{
    public HoconPosition At { get; } = at;

    /// <summary>The same node inside another file: its substitutions look below <paramref name="prefix"/> first.</summary>
    public virtual HoconNode Below(string[] prefix) => this;
}

/// <summary>A string, number, boolean or null; or anything that is already resolved.</summary>
internal sealed class HoconValueNode(HoconValue value, HoconPosition at) : HoconNode(at)
{
    public HoconValueNode(string? text, bool quoted, HoconPosition at)
        : this(new HoconValue(text, quoted, at), at)
    {
    }

    public HoconValue Value { get; } = value;
}

/// <summary>The white space between two values of a concatenation; it counts only between strings.</summary>
internal sealed class HoconSpaceNode(string text, HoconPosition at) : HoconNode(at)
{
    public string Text { get; } = text;
}

internal sealed class HoconArrayNode(List<HoconField> elements, HoconPosition at) : HoconNode(at)
{
    public List<HoconField> Elements { get; } = elements;

    public override HoconNode Below(string[] prefix) => new HoconArrayNode([.. Elements.Select(e => e.Below(prefix))], At);
}

internal sealed class HoconObjectNode(HoconPosition at) : HoconNode(at)
{
    public OrderedDictionary<string, HoconField> Fields { get; } = [];

    public HoconField Field(string key)
    {
        if (!Fields.TryGetValue(key, out var field)) Fields.Add(key, field = new HoconField());
        return field;
    }

    /// <summary>The tree of a value that is already resolved, so that it can be merged with one that is not.</summary>
    public static HoconObjectNode Of(HoconObject source, HoconPosition at)
    {
        var node = new HoconObjectNode(at);
        foreach (var (key, value) in source.Items)
            node.Field(key).Assign(value.IsObject() ? Of(value.GetObject(), at) : new HoconValueNode(value, at));
        return node;
    }

    public override HoconNode Below(string[] prefix)
    {
        var copy = new HoconObjectNode(At);
        foreach (var (key, field) in Fields) copy.Fields.Add(key, field.Below(prefix));
        return copy;
    }
}

internal sealed class HoconSubstitutionNode(HoconSubstitution substitution, string[] keys, string[] prefix, HoconPosition at)
    : HoconNode(at)
{
    public HoconSubstitution Substitution { get; } = substitution;

    public string[] Keys { get; } = keys;

    /// <summary>Where the file that it stands in was included; empty for the main file.</summary>
    public string[] Prefix { get; } = prefix;

    public override HoconNode Below(string[] prefix) =>
        new HoconSubstitutionNode(Substitution, Keys, [.. prefix, .. Prefix], At);
}

/// <summary>Values side by side, with <see cref="HoconSpaceNode"/>s between them.</summary>
internal sealed class HoconConcatenationNode(List<HoconNode> pieces, HoconPosition at) : HoconNode(at)
{
    public List<HoconNode> Pieces { get; } = pieces;

    public override HoconNode Below(string[] prefix) =>
        new HoconConcatenationNode([.. Pieces.Select(p => p.Below(prefix))], At);
}

/// <summary>What the field held before this assignment: the left part of <c>+=</c>.</summary>
internal sealed class HoconPreviousNode(HoconPosition at) : HoconNode(at);
