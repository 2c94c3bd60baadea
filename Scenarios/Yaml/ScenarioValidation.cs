using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Schemas;

namespace Sim.Scenarios.Yaml;

/// <summary>Holds scenarios to the schema and to the rules, wherever they come from.</summary>
internal static class ScenarioValidation
{
    /// <summary>Reads a tree.</summary>
    /// <exception cref="ScenarioException">It is no scenario.</exception>
    public static Scenario Read(Node root)
    {
        if (SchemaCheck.First(root, SchemaReader.Scenario) is { } problem)
            throw problem.ToException();
        var scenario = ScenarioReader.Read((MapNode)root);
        if (ScenarioRules.Violations(scenario).FirstOrDefault() is { } violation)
            throw new NodeProblem(NodePath.PlaceOf(root, violation.Path), violation.Path, violation.Problem).ToException();
        return scenario;
    }

    /// <summary>Holds a scenario that was built in C# to what a file of it would be held to.</summary>
    /// <exception cref="ScenarioException">It is not possible.</exception>
    public static void Check(Scenario scenario)
    {
        var source = Place.Whole($"scenario '{scenario.Name}'");
        var problem = SchemaCheck.First(ScenarioNodes.Of(scenario, source), SchemaReader.Scenario)
            ?? ScenarioRules.Violations(scenario).Select(violation => new NodeProblem(source, violation.Path, violation.Problem)).FirstOrDefault();
        if (problem is not null)
            throw problem.ToException();
    }
}
