using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>A resolved value of a configuration: a string (or number or boolean), an array, an object, or null. Immutable.</summary>
public sealed class HoconValue
{
    internal static readonly HoconValue Null = new(null, quoted: false, default);
    internal static readonly HoconValue EmptyObject = new(HoconObject.Empty, default);

    private readonly string? _text;
    private readonly bool _quoted;
    private readonly HoconPosition _at;
    private readonly List<HoconValue>? _elements;
    private readonly HoconObject? _object;

    internal HoconValue(string? text, bool quoted, HoconPosition at)
    {
        _text = text;
        _quoted = quoted;
        _at = at;
    }

    internal HoconValue(List<HoconValue> elements, HoconPosition at)
    {
        _elements = elements;
        _at = at;
        Depth = HoconLimits.CheckDepth(1 + (elements.Count == 0 ? 0 : elements.Max(e => e.Depth)), at);
    }

    internal HoconValue(HoconObject @object, HoconPosition at)
    {
        _object = @object;
        _at = at;
        Depth = HoconLimits.CheckDepth(1 + @object.Depth, at);
    }

    /// <summary>Whether this is null or an object without keys.</summary>
    public bool IsEmpty => IsNull || _object is { Items.Count: 0 };

    internal bool IsNull => _text is null && _elements is null && _object is null;

    internal bool IsPlainObject => _object is not null;

    internal int Depth { get; }

    /// <summary>Whether this is a string, a number or a boolean.</summary>
    /// <returns>True when <see cref="GetString"/> answers.</returns>
    public bool IsString() => _text is not null;

    /// <summary>Whether this is an array.</summary>
    /// <returns>True when <see cref="GetArray"/> answers.</returns>
    public bool IsArray() => _elements is not null;

    /// <summary>Whether this is an object.</summary>
    /// <returns>True when <see cref="GetObject"/> answers.</returns>
    public bool IsObject() => _object is not null;

    /// <summary>The string; numbers and booleans as they are written.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="ConfigurationException">This is not a string.</exception>
    public string GetString() => _text ?? throw Unexpected("a string");

    /// <summary>The elements of the array.</summary>
    /// <returns>The elements, in order.</returns>
    /// <exception cref="ConfigurationException">This is not an array.</exception>
    public IList<HoconValue> GetArray() => _elements?.AsReadOnly() ?? throw Unexpected("an array");

    /// <summary>The object.</summary>
    /// <returns>The keys and their values.</returns>
    /// <exception cref="ConfigurationException">This is not an object.</exception>
    public HoconObject GetObject() => _object ?? throw Unexpected("an object");

    /// <summary>The value of a key of the object.</summary>
    /// <param name="key">The key, which is not a path.</param>
    /// <returns>The value, or null when this is no object or has no such key.</returns>
    public HoconValue? GetChildObject(string key) => _object?.GetKey(key);

    /// <summary>A boolean: true, false, yes, no, on or off.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not a boolean.</exception>
    public bool GetBoolean() => _text?.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => throw Unexpected("a boolean (true, false, yes, no, on, off)"),
    };

    /// <summary>A whole number of 32 bits.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not such a number.</exception>
    public int GetInt() =>
        int.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a whole number of 32 bits");

    /// <summary>A whole number of 64 bits.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not such a number.</exception>
    public long GetLong() =>
        long.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a whole number of 64 bits");

    /// <summary>A whole number from 0 to 255.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not such a number.</exception>
    public byte GetByte() =>
        byte.TryParse(_text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a whole number from 0 to 255");

    /// <summary>A number of single precision.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not a number.</exception>
    public float GetFloat() =>
        float.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a number");

    /// <summary>A number of double precision.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not a number.</exception>
    public double GetDouble() =>
        double.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a number");

    /// <summary>A decimal number.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">This is not a number within the range of decimal.</exception>
    public decimal GetDecimal() =>
        decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unexpected("a decimal number");

    /// <summary>A duration, such as 100ms, 2 s or infinite; a plain number counts milliseconds.</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> is accepted.</param>
    /// <returns>The duration; <see cref="Timeout.InfiniteTimeSpan"/> for <c>infinite</c>.</returns>
    /// <exception cref="ConfigurationException">This is not a duration that is accepted here.</exception>
    public TimeSpan GetTimeSpan(bool allowInfinite = true)
    {
        if (_text is not null && HoconDuration.TryParse(_text, out var duration)
            && (allowInfinite || duration != Timeout.InfiniteTimeSpan))
        {
            return duration;
        }

        throw Unexpected(allowInfinite
            ? "a duration (such as 100ms, 2s, 5m or infinite)"
            : "a finite duration (such as 100ms, 2s or 5m)");
    }

    /// <summary>A size in bytes, such as 512, 4 KiB, 10 MB or 1g.</summary>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ConfigurationException">This is not a size, or beyond the range of a long.</exception>
    public long? GetByteSize() =>
        _text is not null && HoconByteSize.TryParse(_text, out var bytes)
            ? bytes
            : throw Unexpected("a size in bytes (such as 512, 4 KiB or 10 MB)");

    /// <summary>Writes the value as HOCON.</summary>
    /// <returns>The text; several lines for an object at the root.</returns>
    public override string ToString() => HoconWriter.Write(this);

    internal bool TryGetText(out string? text, out bool quoted)
    {
        (text, quoted) = (_text, _quoted);
        return _elements is null && _object is null;
    }

    /// <summary>This value, when it is an object.</summary>
    internal HoconValue AsObject() => _object is null ? throw Unexpected("an object") : this;

    /// <summary>Goes down along keys. <paramref name="hidden"/> says that something other than an object is in the way.</summary>
    internal HoconValue? Follow(ReadOnlySpan<string> keys, out bool hidden)
    {
        var value = this;
        foreach (var key in keys)
        {
            hidden = value._object is null;
            if (hidden) return null;
            value = value._object!.GetKey(key);
            if (value is null) return null;
        }

        hidden = false;
        return value;
    }

    /// <summary>Puts one value over another: objects merge key by key, anything else hides what is below.</summary>
    internal static HoconValue Merge(HoconValue over, HoconValue below) =>
        over._object is { } top && below._object is { Items.Count: > 0 } bottom
            ? top.Items.Count == 0 ? below : new HoconValue(HoconObject.Merge(top, bottom), over._at)
            : over;

    private ConfigurationException Unexpected(string wanted)
    {
        var found = _object is not null ? "an object"
            : _elements is not null ? "an array"
            : _text is null ? "null"
            : $"'{(_text.Length > 80 ? _text[..80] + "..." : _text)}'";
        return new ConfigurationException($"expected {wanted}, found {found}{(_at.Line > 0 ? $" ({_at})" : "")}.");
    }
}
