namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>Where a node was written.</summary>
/// <param name="Source">The file as the user named it, or the <c>--set</c> argument.</param>
/// <param name="Line">Line, from 1; 0: the source as a whole.</param>
/// <param name="Column">Column in UTF-16 units, from 1; 0: the source as a whole.</param>
internal readonly record struct Place(string Source, int Line, int Column)
{
    public static Place Whole(string source) => new(source, 0, 0);
}
