namespace Sim.Scenarios.Output;

/// <summary>One violation.</summary>
/// <param name="Property">The property.</param>
/// <param name="Detail">Who, where and what.</param>
public sealed record ViolationReport(string Property, string Detail);
