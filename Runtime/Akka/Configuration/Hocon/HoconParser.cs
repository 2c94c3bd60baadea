namespace Akka.Configuration.Hocon;

/// <summary>Turns one text into the tree as written. Descends recursively, no deeper than <see cref="HoconLimits.Depth"/>.</summary>
internal sealed class HoconParser(HoconReader reader, Func<string, HoconRoot?> include)
{
    private readonly List<HoconSubstitution> _substitutions = [];
    private readonly Stack<string[]> _path = new();
    private int _depth;

    public IReadOnlyList<HoconSubstitution> Substitutions => _substitutions;

    public HoconObjectNode ParseRoot()
    {
        reader.SkipLines();
        var at = reader.At;
        if (reader.Next == '[') throw at.Error("the root is an object, not an array");
        var root = new HoconObjectNode(at);
        if (reader.TryTake("{"))
        {
            ParseFields(root, at);
            reader.SkipLines();
            if (!reader.AtEnd) throw reader.At.Error("nothing can follow the closing brace of the root");
        }
        else
        {
            ParseFields(root, null);
        }

        return root;
    }

    private void ParseFields(HoconObjectNode target, HoconPosition? open)
    {
        reader.SkipLines();
        while (!IsClosed('}', open, "object"))
        {
            ParseField(target);
            SkipSeparator("field", '}');
        }
    }

    private void ParseField(HoconObjectNode target)
    {
        var at = reader.At;
        if (IsInclude())
        {
            ParseInclude(target);
            return;
        }

        var keys = ParseKey();
        reader.SkipLines();
        Enter(keys.Length, at);
        _path.Push(keys);
        var field = FieldAt(target, keys, at);
        if (reader.TryTake("+="))
        {
            var element = new HoconField();
            element.Assign(ParseValue());
            field.Assign(new HoconConcatenationNode([new HoconPreviousNode(at), new HoconArrayNode([element], at)], at));
        }
        else
        {
            if (reader.Next != '{' && !reader.TryTake(":") && !reader.TryTake("="))
                throw reader.At.Error($"the key '{HoconPath.Join(keys)}' is followed by ':', '=', '+=' or '{{'");
            field.Assign(ParseValue());
        }

        _path.Pop();
        _depth -= keys.Length;
    }

    private static HoconField FieldAt(HoconObjectNode target, string[] keys, HoconPosition at)
    {
        foreach (var key in keys.AsSpan(0, keys.Length - 1))
        {
            var field = target.Field(key);
            if (field.Layers is not [.., HoconObjectNode]) field.Layers.Add(new HoconObjectNode(at));
            target = (HoconObjectNode)field.Layers[^1];
        }

        return target.Field(keys[^1]);
    }

    private string[] ParseKey()
    {
        var at = reader.At;
        if (IsKeyEnd()) throw at.Error("a key is expected here");
        var keys = new List<string>();
        var current = new System.Text.StringBuilder();
        var any = false;
        var space = "";
        while (true)
        {
            if (reader.Next == '.' && any)
            {
                reader.Take();
                keys.Add(current.ToString());
                current.Clear();
                any = false;
                reader.TakeSpace();
            }
            else
            {
                var quoted = reader.Next == '"';
                var part = quoted ? reader.TakeQuoted() : reader.TakeUnquoted(stopAtDot: true);
                if (part.Length == 0 && !quoted) throw reader.At.Error($"'{reader.Next}' cannot stand in an unquoted key");
                current.Append(any ? space : "").Append(part);
                any = true;
            }

            space = reader.TakeSpace();
            if (IsKeyEnd()) break;
        }

        if (!any) throw at.Error("a key is expected behind the last dot");
        keys.Add(current.ToString());
        return [.. keys];
    }

    private bool IsKeyEnd() =>
        reader.AtEnd || reader.Next is ':' or '=' or '{' or '\n' or ',' or '}' || reader.AtComment || reader.StartsWith("+=");

    private HoconNode ParseValue()
    {
        reader.SkipLines();
        var at = reader.At;
        var pieces = new List<HoconNode>();
        while (true)
        {
            var space = reader.TakeSpace();
            if (reader.AtEnd || reader.AtComment || reader.Next is '\n' or ',' or '}' or ']') break;
            if (space.Length > 0 && pieces.Count > 0) pieces.Add(new HoconSpaceNode(space, reader.At));
            pieces.Add(ParsePiece());
        }

        return pieces.Count switch
        {
            0 => throw at.Error("a value is expected here"),
            1 => pieces[0],
            _ => new HoconConcatenationNode(pieces, at),
        };
    }

    private HoconNode ParsePiece()
    {
        var at = reader.At;
        switch (reader.Next)
        {
            case '{':
                reader.Take();
                Enter(1, at);
                var target = new HoconObjectNode(at);
                ParseFields(target, at);
                _depth--;
                return target;
            case '[':
                reader.Take();
                Enter(1, at);
                var elements = ParseElements(at);
                _depth--;
                return new HoconArrayNode(elements, at);
            case '"':
                return new HoconValueNode(reader.TakeQuoted(), quoted: true, at);
            case '$' when reader.TryTake("${"):
                return ParseSubstitution(at);
        }

        var text = reader.TakeUnquoted(stopAtDot: false);
        if (text.Length == 0) throw at.Error($"'{reader.Next}' cannot stand in an unquoted value; put the value in quotes");
        return new HoconValueNode(text == "null" ? null : text, quoted: false, at);
    }

    private List<HoconField> ParseElements(HoconPosition open)
    {
        var elements = new List<HoconField>();
        reader.SkipLines();
        while (!IsClosed(']', open, "array"))
        {
            var element = new HoconField();
            element.Assign(ParseValue());
            elements.Add(element);
            SkipSeparator("element", ']');
        }

        return elements;
    }

    private HoconSubstitutionNode ParseSubstitution(HoconPosition at)
    {
        var optional = reader.TryTake("?");
        var path = reader.TakeUntil('}', at, "substitution").Trim();
        var keys = HoconPath.TryParse(path) ?? throw at.Error($"'{path}' is not a path");
        var substitution = new HoconSubstitution(path, optional);
        _substitutions.Add(substitution);
        return new HoconSubstitutionNode(substitution, keys, [], at);
    }

    private bool IsInclude()
    {
        if (!reader.StartsWith("include")) return false;
        var probe = reader.Copy();
        probe.TryTake("include");
        probe.TakeSpace();
        return probe.Next == '"' || probe.StartsWith("required(") || probe.StartsWith("file(")
            || probe.StartsWith("url(") || probe.StartsWith("classpath(");
    }

    private void ParseInclude(HoconObjectNode target)
    {
        var at = reader.At;
        reader.TryTake("include");
        reader.TakeSpace();
        var required = false;
        var open = 0;
        while (reader.Next != '"')
        {
            var word = reader.TakeUntil('(', at, "include").Trim();
            required |= word == "required";
            if (word is not ("required" or "file" or "url" or "classpath"))
                throw at.Error($"an include knows required, file, url and classpath, not '{word}'");
            open++;
            reader.TakeSpace();
        }

        var name = reader.TakeQuoted();
        for (; open > 0; open--)
        {
            reader.TakeSpace();
            if (!reader.TryTake(")")) throw reader.At.Error("a closing ')' is expected here");
        }

        Merge(Find(name, at), name, required, target, at);
    }

    private HoconRoot? Find(string name, HoconPosition at)
    {
        try
        {
            return include(name);
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"Configuration, {at}: cannot include '{name}': {e.Message}", e);
        }
    }

    private void Merge(HoconRoot? root, string name, bool required, HoconObjectNode target, HoconPosition at)
    {
        if (root is null)
        {
            if (required) throw at.Error($"the required file '{name}' is not found");
            return;
        }

        _substitutions.AddRange(root.Substitutions);
        var prefix = _path.Reverse().SelectMany(keys => keys).ToArray();
        var source = root.Source is { } own
            ? (HoconObjectNode)own.Below(prefix)
            : HoconObjectNode.Of(root.Value.AsObject().GetObject(), at);
        foreach (var (key, field) in source.Fields)
        {
            var into = target.Field(key);
            foreach (var layer in field.Layers) into.Assign(layer);
        }
    }

    private bool IsClosed(char close, HoconPosition? open, string what)
    {
        if (reader.AtEnd)
            return open is null ? true : throw open.Value.Error($"the {what} that starts here is not closed");
        if (reader.Next != close) return false;
        if (open is null) throw reader.At.Error($"there is no {what} that this '{close}' could close");
        reader.Take();
        return true;
    }

    private void SkipSeparator(string what, char close)
    {
        var ended = reader.SkipLines();
        if (reader.TryTake(",")) reader.SkipLines();
        else if (!ended && reader.Next != close)
            throw reader.At.Error($"after a {what}, a comma, a new line or '{close}' is expected");
        if (reader.Next == ',') throw reader.At.Error("there is no value between two commas");
    }

    private void Enter(int levels, HoconPosition at)
    {
        _depth += levels;
        if (_depth > HoconLimits.Depth) throw at.Error($"values nest deeper than {HoconLimits.Depth} levels");
    }
}
