namespace Akka.Routing;

/// <summary>The answer to <see cref="GetRoutees"/>.</summary>
/// <param name="routees">The routees.</param>
public sealed class Routees(IEnumerable<Routee> routees)
{
    /// <summary>The routees at the time of the question.</summary>
    public IEnumerable<Routee> Members { get; } = routees;
}
