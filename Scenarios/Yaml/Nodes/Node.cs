namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>
/// A part of a scenario as it was written. The tree is our own and not the library's, because overrides change it and
/// because every error must still find the line and column afterwards.
/// </summary>
/// <param name="place">Where it begins.</param>
internal abstract class Node(Place place)
{
    public Place Place { get; } = place;

    /// <summary>What it is, for error messages.</summary>
    public abstract string Description { get; }
}
