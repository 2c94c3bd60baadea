namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>One key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where the key was written.</param>
/// <param name="Value">The value.</param>
internal sealed record MapEntry(string Key, Place KeyPlace, Node Value);
