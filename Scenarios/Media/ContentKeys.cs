namespace Sim.Scenarios.Media;

/// <summary>The content keys that a user gave, each for one key id or for all that have none of their own.</summary>
public sealed class ContentKeys
{
    /// <summary>The length of a content key in bytes.</summary>
    public const int KeySize = 16;

    private const int HexDigits = 2 * KeySize;

    private readonly Dictionary<KeyId, byte[]> _byId = [];
    private byte[]? _anyId;

    /// <summary>The number of keys.</summary>
    public int Count => _byId.Count + (_anyId is null ? 0 : 1);

    /// <summary>Reads values of <c>--key</c>: <c>KEY</c> or <c>KID:KEY</c>, each of 32 hex digits.</summary>
    /// <exception cref="MediaException">A value has another form, or a key id is given twice. The line holds no key.</exception>
    public static ContentKeys Parse(IEnumerable<string> values)
    {
        var keys = new ContentKeys();
        foreach (var value in values) keys.Add(value);
        return keys;
    }

    /// <summary>Reads a file of such values, one a line; empty lines and lines that begin with <c>#</c> are skipped.</summary>
    /// <exception cref="MediaException">The file cannot be read, or a line has another form.</exception>
    public static ContentKeys Load(string path)
    {
        var keys = new ContentKeys();
        foreach (var line in TextLines.Read(path))
        {
            var (place, problem) = ($"line {line.Number}", keys.TryAdd(line.Text));
            if (problem is not null) throw new MediaException(path, place, problem);
        }

        return keys;
    }

    /// <summary>The key for a key id: its own, or else the key that was given without an id.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(KeyId id, out ReadOnlyMemory<byte> key)
    {
        var found = _byId.GetValueOrDefault(id) ?? _anyId;
        key = found;
        return found is not null;
    }

    /// <summary>The first key id without a key; null when all have one.</summary>
    public KeyId? FirstMissing(IEnumerable<KeyId> ids)
    {
        foreach (var id in ids)
        {
            if (!TryFind(id, out _)) return id;
        }

        return null;
    }

    /// <summary>The number of keys; never the keys.</summary>
    public override string ToString() => $"{Count} content keys";

    private void Add(string value)
    {
        if (TryAdd(value) is { } problem) throw new MediaException("", "--key", problem);
    }

    // What is wrong with the value, without quoting it: a mistyped key is still nearly a key.
    private string? TryAdd(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var hex = value.AsSpan(colon + 1).Trim();
        if (hex.Length != HexDigits) return $"a content key is {HexDigits} hex digits, but {hex.Length} characters were given";
        foreach (var c in hex)
        {
            if (!char.IsAsciiHexDigit(c)) return $"a content key is {HexDigits} hex digits, but another character was given";
        }

        var key = Convert.FromHexString(hex);
        if (colon < 0)
        {
            if (_anyId is not null) return "two keys were given without a key id";
            _anyId = key;
            return null;
        }

        if (!KeyId.TryParse(value.AsSpan(0, colon).Trim(), out var id)) return $"a key id is {HexDigits} hex digits";
        return _byId.TryAdd(id, key) ? null : $"two keys were given for key id {id}";
    }
}
