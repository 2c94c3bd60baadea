namespace Sim.Scenarios.Output;

/// <summary>A step that an account shows.</summary>
/// <param name="Step">The step.</param>
/// <param name="Lines">What was recorded in it, as far as it matters, a line each.</param>
internal sealed record AccountRow(AccountStep Step, IReadOnlyList<string> Lines);
