using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Resolves the substitutions of a whole tree. Fields are resolved on demand and once. A field that refers to itself
/// sees what was assigned to it before; one that refers to itself through other fields is a cycle, and an error.
/// </summary>
internal sealed class HoconResolver(HoconObjectNode root)
{
    private readonly HoconField _root = RootField(root);
    private readonly Dictionary<HoconField, HoconValue?> _resolved = [];
    private readonly Dictionary<(HoconField Field, int Layer), HoconValue?> _resolvedBelow = [];
    private readonly List<(HoconField Field, int Layer)> _busy = [];
    private int _expansion;

    public HoconValue Resolve() => Value(_root, default) ?? HoconValue.EmptyObject;

    private static HoconField RootField(HoconObjectNode root)
    {
        var field = new HoconField();
        field.Assign(root);
        return field;
    }

    private HoconValue? Value(HoconField field, HoconPosition at)
    {
        if (_resolved.TryGetValue(field, out var known)) return known;
        if (_busy.Exists(b => b.Field == field)) throw at.Error("this substitution is part of a cycle");
        var value = Below(field, field.Layers.Count, at);
        _resolved.Add(field, value);
        return value;
    }

    /// <summary>What the oldest layers of a field amount to; null when they leave it undefined.</summary>
    private HoconValue? Below(HoconField field, int layers, HoconPosition at)
    {
        if (_resolvedBelow.TryGetValue((field, layers), out var known)) return known;
        HoconValue? value = null;
        for (var i = layers - 1; i >= 0; i--)
        {
            var layer = Layer(field, i, at);
            if (layer is null) continue;
            if (value is not null && !layer.IsObject()) break;
            value = value is null ? layer : HoconValue.Merge(value, layer);
            if (!layer.IsObject()) break;
        }

        _resolvedBelow.Add((field, layers), value);
        return value;
    }

    private HoconValue? Layer(HoconField field, int layer, HoconPosition at)
    {
        if (_busy.Count == HoconLimits.Chain)
            throw at.Error($"substitutions refer to one another through more than {HoconLimits.Chain} settings");
        _busy.Add((field, layer));
        var value = Node(field.Layers[layer]);
        _busy.RemoveAt(_busy.Count - 1);
        return value;
    }

    private HoconValue? Node(HoconNode node)
    {
        Spend(1, node.At);
        switch (node)
        {
            case HoconValueNode text:
                return text.Value;
            case HoconObjectNode source:
                var items = new OrderedDictionary<string, HoconValue>();
                foreach (var (key, field) in source.Fields)
                    if (Value(field, node.At) is { } value) items.Add(key, value);
                return new HoconValue(new HoconObject(items), node.At);
            case HoconArrayNode array:
                var elements = new List<HoconValue>(array.Elements.Count);
                foreach (var element in array.Elements)
                    if (Value(element, node.At) is { } value) elements.Add(value);
                return new HoconValue(elements, node.At);
            case HoconPreviousNode:
                return Below(_busy[^1].Field, _busy[^1].Layer, node.At);
            case HoconSubstitutionNode substitution:
                return Substitute(substitution);
            case HoconConcatenationNode concatenation:
                return Concatenate(concatenation);
            default:
                throw node.At.Error("a value is expected here");
        }
    }

    private HoconValue? Substitute(HoconSubstitutionNode node)
    {
        var value = node.Prefix.Length > 0 ? LookUp([.. node.Prefix, .. node.Keys], node.At) : null;
        value ??= LookUp(node.Keys, node.At);
        if (value is null && !node.Substitution.IsQuestionMark)
            throw node.At.Error($"the substitution {node.Substitution} has no value");
        return node.Substitution.ResolvedValue = value;
    }

    /// <summary>
    /// Goes down along keys without resolving more than it must, so that a setting may refer to its neighbours. Where
    /// several layers hold parts of an object all of them are followed, the newest first.
    /// </summary>
    private HoconValue? LookUp(string[] keys, HoconPosition at)
    {
        var fields = new List<(HoconField? Field, HoconValue? Value)> { (_root, null) };
        foreach (var key in keys)
        {
            var children = new List<(HoconField? Field, HoconValue? Value)>();
            foreach (var (field, value) in fields)
                if (!(field is null ? Descend(value!, key, children) : Descend(field, key, children, at))) break;
            fields = children;
        }

        HoconValue? found = null;
        foreach (var (field, known) in fields)
        {
            var value = field is null ? known
                : _busy[^1].Field == field ? Below(field, _busy[^1].Layer, at)
                : Value(field, at);
            if (value is null) continue;
            found = found is null ? value : HoconValue.Merge(found, value);
            if (!value.IsObject()) break;
        }

        return found;
    }

    /// <summary>Collects a field's children of one name; false when something other than an object hides what is below.</summary>
    private bool Descend(HoconField field, string key, List<(HoconField?, HoconValue?)> children, HoconPosition at)
    {
        var (busyField, busyLayer) = _busy[^1];
        for (var i = (busyField == field ? busyLayer : field.Layers.Count) - 1; i >= 0; i--)
        {
            if (field.Layers[i] is HoconObjectNode source)
            {
                if (source.Fields.TryGetValue(key, out var child)) children.Add((child, null));
            }
            else if (Layer(field, i, at) is { } value && !Descend(value, key, children))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Descend(HoconValue value, string key, List<(HoconField?, HoconValue?)> children)
    {
        if (!value.IsObject()) return false;
        if (value.GetChildObject(key) is { } child) children.Add((null, child));
        return true;
    }

    private HoconValue? Concatenate(HoconConcatenationNode node)
    {
        var values = node.Pieces.Select(p => p is HoconSpaceNode ? null : Node(p)).ToList();
        var defined = values.OfType<HoconValue>().ToList();
        if (defined.Count == 0 && node.Pieces.TrueForAll(p => p is HoconSpaceNode or HoconSubstitutionNode)) return null;
        if (defined.Count > 0 && defined.TrueForAll(v => v.IsArray())) return Append(defined, node.At);
        if (defined.Count > 0 && defined.TrueForAll(v => v.IsObject()))
            return defined.Aggregate((below, over) => HoconValue.Merge(over, below));
        if (defined.Exists(v => v.IsArray() || v.IsObject()))
            throw node.At.Error("values of different kinds (string, array, object) stand side by side here");
        var text = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (node.Pieces[i] is HoconSpaceNode space) text.Append(space.Text);
            else if (values[i] is { } value) text.Append(value.IsString() ? value.GetString() : "null");
        }

        Spend(text.Length, node.At);
        return new HoconValue(text.ToString(), quoted: false, node.At);
    }

    private HoconValue Append(List<HoconValue> arrays, HoconPosition at)
    {
        Spend(arrays.Sum(a => a.GetArray().Count), at);
        return new HoconValue([.. arrays.SelectMany(a => a.GetArray())], at);
    }

    private void Spend(int amount, HoconPosition at)
    {
        _expansion += amount;
        if (_expansion > HoconLimits.Expansion)
            throw at.Error($"substitutions expand to more than {HoconLimits.Expansion} values and characters");
    }
}
