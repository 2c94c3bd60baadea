namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>What is wrong with a node.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">Its keys and list indices from the root, with dots between them; empty for the root.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record NodeProblem(Place Place, string Path, string Text)
{
    /// <summary>The exception that says so. A <c>--set</c> argument names the path by itself.</summary>
    public ScenarioException ToException() => new(
        Place.Source,
        Place.Line,
        Place.Column,
        Path.Length == 0 || Place.Source.StartsWith(ScenarioOverride.Option, StringComparison.Ordinal) ? Text : $"{Path}: {Text}");
}
