using System.Collections.Immutable;

namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>
/// What a node may be: the keywords of JSON Schema that Scenario.schema.json uses, with every <c>$ref</c> resolved.
/// </summary>
internal sealed record Schema
{
    public required ImmutableArray<NodeType> Types { get; init; }

    public string? Description { get; init; }

    /// <summary>What counts when the key is left out, as it would be written; null: docs/scenarios.md says what.</summary>
    public string? Default { get; init; }

    /// <summary>The keys of a map; all others are refused.</summary>
    public ImmutableArray<KeyValuePair<string, Schema>> Properties { get; init; } = [];

    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>Groups of keys; exactly one key of each group must be there.</summary>
    public ImmutableArray<ImmutableArray<string>> Choices { get; init; } = [];

    /// <summary>Groups of keys; at most one key of each group may be there.</summary>
    public ImmutableArray<ImmutableArray<string>> Exclusive { get; init; } = [];

    public int MinProperties { get; init; }

    public Schema? Items { get; init; }

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = int.MaxValue;

    public bool UniqueItems { get; init; }

    /// <summary>The only values, as they are written.</summary>
    public ImmutableArray<string> Enum { get; init; } = [];

    /// <summary>One of <see cref="TextFormats"/>. It judges; the pattern and the enum beside it are what editors understand of it.</summary>
    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = int.MaxValue;

    public NumberRange Range { get; init; } = new(null, null, false);

    /// <summary>Smallest quantities, one for each dimension that is bounded; <c>x-minimum</c>.</summary>
    public ImmutableArray<string> LeastQuantities { get; init; } = [];

    /// <summary>Largest quantities, one for each dimension that is bounded; <c>x-maximum</c>.</summary>
    public ImmutableArray<string> MostQuantities { get; init; } = [];

    public Schema? Property(string key)
    {
        foreach (var (name, schema) in Properties)
        {
            if (name == key)
                return schema;
        }

        return null;
    }

    public bool Is(NodeType type) => Types.Contains(type);
}
