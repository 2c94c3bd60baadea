namespace Sim.Scenarios.Model;

/// <summary>Parts of a scenario that do not go together.</summary>
/// <param name="Path">The key that is wrong, as in <c>faults.0.engine</c>.</param>
/// <param name="Problem">Why.</param>
public sealed record RuleViolation(string Path, string Problem);
