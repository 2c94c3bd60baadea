using System.Collections.Immutable;

namespace Akka.Serialization;

/// <summary>A serializer with its name and what it is used for.</summary>
public sealed class SerializerDetails
{
    private SerializerDetails(string alias, Serializer serializer, ImmutableHashSet<Type> useFor)
    {
        Alias = alias;
        Serializer = serializer;
        UseFor = useFor;
    }

    /// <summary>The name.</summary>
    public string Alias { get; }

    /// <summary>The serializer.</summary>
    public Serializer Serializer { get; }

    /// <summary>The types that it is used for, with what derives from them.</summary>
    public ImmutableHashSet<Type> UseFor { get; }

    /// <summary>Describes a serializer.</summary>
    /// <param name="alias">The name.</param>
    /// <param name="serializer">The serializer.</param>
    /// <param name="useFor">The types that it is used for, with what derives from them.</param>
    /// <returns>The description.</returns>
    public static SerializerDetails Create(string alias, Serializer serializer, ImmutableHashSet<Type> useFor) =>
        new(alias, serializer, useFor);
}
