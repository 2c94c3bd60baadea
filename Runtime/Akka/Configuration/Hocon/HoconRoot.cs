namespace Akka.Configuration.Hocon;

/// <summary>
/// A parsed text. Its substitutions are resolved when <see cref="Value"/> is first read, so that a text which is included
/// in another one may refer to settings of that one.
/// </summary>
public sealed class HoconRoot
{
    private readonly Lazy<HoconValue> _value;

    /// <summary>Creates a root of a value that is already there.</summary>
    /// <param name="value">The value.</param>
    public HoconRoot(HoconValue value)
        : this(value, [])
    {
    }

    /// <summary>Creates a root of a value that is already there.</summary>
    /// <param name="value">The value.</param>
    /// <param name="substitutions">The substitutions that took part in it.</param>
    public HoconRoot(HoconValue value, IEnumerable<HoconSubstitution> substitutions)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(substitutions);
        _value = new Lazy<HoconValue>(value);
        Substitutions = substitutions;
    }

    internal HoconRoot(HoconObjectNode source, IReadOnlyList<HoconSubstitution> substitutions)
    {
        Source = source;
        Substitutions = substitutions;
        _value = new Lazy<HoconValue>(() => new HoconResolver(source).Resolve());
    }

    /// <summary>The value, with all substitutions resolved.</summary>
    /// <exception cref="ConfigurationException">A substitution has no value, or refers to itself.</exception>
    public HoconValue Value => _value.Value;

    /// <summary>The substitutions of the text, in its order.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; }

    internal HoconObjectNode? Source { get; }
}
