namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>What a scalar is, as YAML 1.2 resolves it and JSON Schema names it.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    Text,
}
