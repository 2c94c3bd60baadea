namespace Sim.Scenarios.Model;

/// <summary>One entry of a script.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Times">How many times in a row; other than 1 only for <see cref="ScriptAction.Job"/>.</param>
public readonly record struct ScriptCommand(ScriptAction Action, int Times = 1);
