namespace Akka.Actor;

/// <summary>Chooses what happens to a failed child.</summary>
public interface IDecider
{
    /// <summary>Chooses what happens.</summary>
    /// <param name="cause">The failure.</param>
    /// <returns>The choice.</returns>
    Directive Decide(Exception cause);
}

/// <summary>Makes deciders.</summary>
public static class Decider
{
    /// <summary>A decider from a function.</summary>
    /// <param name="localOnlyDecider">The function.</param>
    /// <returns>The decider.</returns>
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider) => new(localOnlyDecider);

    /// <summary>A decider from a table of exception types.</summary>
    /// <param name="defaultDirective">What happens otherwise.</param>
    /// <param name="pairs">The table; the first type that fits wins.</param>
    /// <returns>The decider.</returns>
    public static DeployableDecider From(
        Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs) => new(defaultDirective, pairs);
}

/// <summary>A decider that is a function.</summary>
/// <param name="decider">The function.</param>
public sealed class LocalOnlyDecider(Func<Exception, Directive> decider) : IDecider
{
    /// <inheritdoc/>
    public Directive Decide(Exception cause) => decider(cause);
}

/// <summary>A decider that is a table of exception types.</summary>
/// <param name="defaultDirective">What happens otherwise.</param>
/// <param name="pairs">The table; the first type that fits wins.</param>
public sealed class DeployableDecider(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs)
    : IDecider, IEquatable<DeployableDecider>
{
    /// <summary>What happens otherwise.</summary>
    public Directive DefaultDirective { get; } = defaultDirective;

    /// <summary>The table.</summary>
    public KeyValuePair<Type, Directive>[] Pairs { get; } = pairs;

    /// <inheritdoc/>
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in Pairs)
        {
            if (type.IsInstanceOfType(cause)) return directive;
        }

        return DefaultDirective;
    }

    /// <inheritdoc/>
    public bool Equals(DeployableDecider? other) =>
        other is not null && DefaultDirective == other.DefaultDirective && Pairs.AsSpan().SequenceEqual(other.Pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeployableDecider);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DefaultDirective, Pairs.Length);
}
