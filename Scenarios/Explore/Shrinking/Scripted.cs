using System.Collections.Immutable;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Explore.Shrinking;

/// <summary>A scenario as lists of which parts can be left out.</summary>
/// <param name="Origin">The scenario that it comes from.</param>
/// <param name="Groups">The group of each session, by the session's number.</param>
/// <param name="Commands">What each session is asked to do, session by session.</param>
/// <param name="Faults">The faults of the engines and of the device; those of sessions are commands.</param>
/// <param name="Engines">How many engines there are.</param>
internal sealed record Scripted(
    Scenario Origin,
    ImmutableArray<SessionSpec> Groups,
    ImmutableArray<(int Session, ScriptAction Action)> Commands,
    ImmutableArray<FaultSpec> Faults,
    int Engines)
{
    /// <summary>Makes the form of a scenario.</summary>
    public static Scripted Of(Scenario scenario, ImmutableArray<(int Session, ScriptAction Action)> commands)
    {
        // A session that a client opened in place of another one is no client's first, and cannot be told as a script of its own.
        ImmutableArray<SessionSpec> groups = [.. scenario.Sessions.SelectMany(group => Enumerable.Repeat(group, group.Count))];
        return new Scripted(
            scenario,
            groups,
            [.. commands.Where(command => command.Session < groups.Length)],
            [.. scenario.Faults.Where(fault => fault.Session is null)],
            scenario.Device.Engines);
    }

    /// <summary>The scenario: each session that has commands is a group of its own.</summary>
    public Scenario ToScenario() => Origin with
    {
        Device = Origin.Device with
        {
            Engines = Engines,
            Jobs = null,
            UnfitEngines = Math.Min(Origin.Device.UnfitEngines, Engines - 1),
        },
        Sessions = [.. Commands.GroupBy(command => command.Session).Select(session => Group(session.Key, session.Select(command => command.Action)))],
        Faults = [.. Faults.Where(fault => fault.Device || fault.Engine < Engines)],
        Expect = Origin.Expect with { Sometimes = [], Metrics = [] },
    };

    private SessionSpec Group(int session, IEnumerable<ScriptAction> actions) => Groups[session] with
    {
        Name = $"session-{session}",
        Count = 1,
        RatePerSecond = null,
        Jobs = Groups[session].Jobs with
        {
            Count = null,
            For = null,
            Parts = 1,
            Engine = Groups[session].Jobs.Engine < Engines ? Groups[session].Jobs.Engine : null,
        },
        Refresh = null,
        Script = new ScriptSpec { Commands = Folded(actions) },
    };

    // Jobs in a row are one command of a script.
    private static ImmutableArray<ScriptCommand> Folded(IEnumerable<ScriptAction> actions)
    {
        var folded = new List<ScriptCommand>();
        foreach (var action in actions)
        {
            if (action == ScriptAction.Job && folded is [.., { Action: ScriptAction.Job } last])
                folded[^1] = last with { Times = last.Times + 1 };
            else
                folded.Add(new ScriptCommand(action));
        }

        return [.. folded];
    }

    /// <summary>A form that fails.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Failure">How it fails.</param>
    internal sealed record Found(Scripted Form, ShrunkFailure Failure);
}
