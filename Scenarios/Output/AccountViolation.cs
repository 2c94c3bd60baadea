namespace Sim.Scenarios.Output;

/// <summary>What an account explains.</summary>
/// <param name="Property">Name of the property that does not hold.</param>
/// <param name="Detail">Who, where and what, in one line; jobs, sessions and epochs are named as <c>job 3</c> and so on.</param>
/// <param name="Step">Number of the step at which it broke; one that no step has: at the end of the run.</param>
public sealed record AccountViolation(string Property, string Detail, int Step);
