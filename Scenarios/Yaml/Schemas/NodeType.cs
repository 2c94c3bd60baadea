namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>The types of JSON Schema.</summary>
internal enum NodeType
{
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}
