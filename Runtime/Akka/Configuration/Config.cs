using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// An immutable tree of settings, with a chain of fallbacks that answer for the paths it does not have. A path is a
/// list of keys joined by dots; a key that holds a dot is written in double quotes.
/// </summary>
public partial class Config
{
    /// <summary>The configuration without any setting.</summary>
    public static readonly Config Empty = new();

    private readonly HoconValue _own;
    private HoconValue? _merged;

    /// <summary>Creates a configuration without any setting.</summary>
    public Config()
        : this(HoconValue.EmptyObject, null, [])
    {
    }

    /// <summary>Creates a configuration of what was parsed.</summary>
    /// <param name="root">The parsed text.</param>
    /// <exception cref="ConfigurationException">A substitution cannot be resolved.</exception>
    public Config(HoconRoot root)
        : this(NotNull(root).Value, null, root.Substitutions)
    {
    }

    /// <summary>Creates a configuration that asks another one where it has no answer of its own.</summary>
    /// <param name="source">The configuration that is asked first, with its own fallbacks.</param>
    /// <param name="fallback">The configuration that is asked last.</param>
    public Config(Config source, Config? fallback)
        : this(NotNull(source)._own, Chain(source.Fallback, fallback), source.Substitutions)
    {
    }

    private Config(HoconValue own, Config? fallback, IEnumerable<HoconSubstitution> substitutions)
    {
        _own = own;
        Fallback = fallback;
        Substitutions = substitutions;
    }

    /// <summary>The configuration that is asked for the paths that are missing here, or null.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there is no setting at all, in the fallbacks neither.</summary>
    public virtual bool IsEmpty => _own.IsEmpty && (Fallback is null || Fallback.IsEmpty);

    /// <summary>The whole tree, with the fallbacks merged below the own settings.</summary>
    public virtual HoconValue Root => _merged ??= Fallback is null ? _own : HoconValue.Merge(_own, Fallback.Root);

    /// <summary>The substitutions in the text that this configuration was parsed from, resolved.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; set; }

    /// <summary>Parses text as a configuration, so that text can be passed where one is wanted.</summary>
    /// <param name="str">The text, in HOCON.</param>
    /// <exception cref="ConfigurationException">The text is not HOCON.</exception>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>Puts a configuration below this one.</summary>
    /// <param name="fallback">The configuration that answers where this one cannot; null and empty change nothing.</param>
    /// <returns>The combination.</returns>
    /// <exception cref="ArgumentException">The fallback is this very configuration.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this))
            throw new ArgumentException("A configuration cannot be its own fallback.", nameof(fallback));
        if (fallback.IsNullOrEmpty()) return this;
        return IsEmpty ? fallback : Copy(fallback);
    }

    /// <summary>Whether there is a value at a path. A null counts as none.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True when there is a value.</returns>
    /// <exception cref="ConfigurationException">The path is malformed.</exception>
    public virtual bool HasPath(string path) => Find(path) is { IsNull: false };

    /// <summary>The keys at the top and their values, own ones first, then those that only a fallback has.</summary>
    /// <returns>The pairs, in the order of the text.</returns>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() => Root.GetObject().Items;

    /// <summary>Writes the settings as HOCON that parses to the same settings.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Root.ToString();

    /// <summary>Copies this configuration, with a further fallback at the end of its chain.</summary>
    /// <param name="fallback">The fallback to add, or null.</param>
    /// <returns>The copy.</returns>
    protected Config Copy(Config? fallback = null) => new(this, fallback);

    /// <summary>The value at a path through all fallbacks: null when there is none; objects come merged.</summary>
    internal HoconValue? Find(string path)
    {
        var keys = HoconPath.Parse(path);
        HoconValue? found = null;
        for (var config = this; config is not null; config = config.Fallback)
        {
            var value = config._own.Follow(keys, out var hidden);
            if (value is not null) found = found is null ? value : HoconValue.Merge(found, value);
            if (hidden || found is { IsPlainObject: false }) break;
        }

        return found;
    }

    private static Config? Chain(Config? first, Config? last) =>
        first is null ? last : last is null ? first : new Config(first, last);

    private static T NotNull<T>(T? value)
        where T : class => value ?? throw new ArgumentNullException(nameof(value));
}
