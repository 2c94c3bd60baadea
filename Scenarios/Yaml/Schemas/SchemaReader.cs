using System.Collections.Immutable;
using System.Text.Json;

namespace Sim.Scenarios.Yaml.Schemas;

/// <summary>
/// Reads Scenario.schema.json. A keyword that it does not know is a fault of the schema, so that nothing in the file
/// looks as if it were checked and is not.
/// </summary>
internal sealed class SchemaReader
{
    private const string DefinitionsPrefix = "#/$defs/";

    // References do not nest deeper; a circle of them would have no end.
    private const int MaxDepth = 32;

    private readonly JsonElement _root;

    private SchemaReader(JsonElement root) => _root = root;

    /// <summary>The schema of scenarios.</summary>
    public static Schema Scenario { get; } = Read(EmbeddedText());

    /// <summary>Reads a schema.</summary>
    /// <exception cref="InvalidDataException">It uses what the reader does not know.</exception>
    public static Schema Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new SchemaReader(document.RootElement).Read(document.RootElement, 0);
    }

    private static string EmbeddedText()
    {
        using var stream = typeof(SchemaReader).Assembly.GetManifestResourceStream("Scenario.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private Schema Read(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException("the references of the schema go round in a circle");
        var schema = element.TryGetProperty("$ref", out var reference)
            ? Read(Definition(reference.GetString()!), depth + 1)
            : new Schema { Types = Types(element) };
        foreach (var keyword in element.EnumerateObject())
            schema = With(schema, keyword.Name, keyword.Value, depth);
        return schema.Pattern is null || schema.Format is not null
            ? schema
            : throw new InvalidDataException($"the pattern '{schema.Pattern}' has no format that could explain a text that does not match");
    }

    private JsonElement Definition(string reference) =>
        reference.StartsWith(DefinitionsPrefix, StringComparison.Ordinal)
            ? _root.GetProperty("$defs").GetProperty(reference[DefinitionsPrefix.Length..])
            : throw new InvalidDataException($"the schema refers to '{reference}', which is not one of its definitions");

    private Schema With(Schema schema, string keyword, JsonElement value, int depth) => keyword switch
    {
        "$schema" or "$defs" or "$ref" or "title" or "type" => schema,
        "description" => schema with { Description = value.GetString() },
        "default" => schema with { Default = Scalar(value) },
        "properties" => schema with
        {
            Properties = [.. value.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Read(property.Value, depth + 1)))],
        },
        "additionalProperties" when value.ValueKind == JsonValueKind.False => schema,
        "required" => schema with { Required = Strings(value) },
        "oneOf" => schema with { Choices = schema.Choices.Add(Choice(value)) },
        "allOf" => value.EnumerateArray().Aggregate(schema, (all, part) => WithPart(all, part, depth)),
        "not" when Strings(Only(value, "required")) is { Length: 2 } pair => schema with { Exclusive = schema.Exclusive.Add(pair) },
        "minProperties" => schema with { MinProperties = value.GetInt32() },
        "items" => schema with { Items = Read(value, depth + 1) },
        "minItems" => schema with { MinItems = value.GetInt32() },
        "maxItems" => schema with { MaxItems = value.GetInt32() },
        "uniqueItems" => schema with { UniqueItems = value.GetBoolean() },
        "enum" => schema with { Enum = [.. value.EnumerateArray().Select(Scalar)] },
        "format" => schema with { Format = value.GetString() },
        "pattern" => schema with { Pattern = value.GetString() },
        "minLength" => schema with { MinLength = value.GetInt32() },
        "maxLength" => schema with { MaxLength = value.GetInt32() },
        "minimum" => schema with { Range = schema.Range with { Min = value.GetDecimal() } },
        "exclusiveMinimum" => schema with { Range = schema.Range with { Min = value.GetDecimal(), MinExcluded = true } },
        "maximum" => schema with { Range = schema.Range with { Max = value.GetDecimal() } },
        "x-minimum" => schema with { LeastQuantities = Strings(value) },
        "x-maximum" => schema with { MostQuantities = Strings(value) },
        _ => throw new InvalidDataException($"the schema uses the keyword '{keyword}' in a way that is not supported"),
    };

    private Schema WithPart(Schema schema, JsonElement part, int depth)
    {
        var keyword = part.TryGetProperty("not", out _) ? "not" : "oneOf";
        return With(schema, keyword, Only(part, keyword), depth);
    }

    // The only alternatives that a scenario needs are between keys.
    private static ImmutableArray<string> Choice(JsonElement alternatives) =>
        [.. alternatives.EnumerateArray().Select(alternative => Strings(Only(alternative, "required")).Single())];

    private static JsonElement Only(JsonElement element, string keyword) =>
        element.EnumerateObject().Count() == 1 && element.TryGetProperty(keyword, out var value)
            ? value
            : throw new InvalidDataException($"only '{keyword}' is supported in {element}");

    private static ImmutableArray<NodeType> Types(JsonElement element) =>
        [.. Strings(element.GetProperty("type")).Select(name => System.Enum.Parse<NodeType>(name, ignoreCase: true))];

    private static ImmutableArray<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [value.GetString()!];

    private static string Scalar(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
