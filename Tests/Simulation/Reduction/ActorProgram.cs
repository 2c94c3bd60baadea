using System.Collections.Immutable;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>What an actor of a program does when it handles a note.</summary>
public enum Act
{
    /// <summary>Sends a note of kind B to actor A.</summary>
    Tell,

    /// <summary>Sends a note of kind B to its newest child.</summary>
    TellChild,

    /// <summary>Sends a note of kind B to whoever sent the one it handles.</summary>
    Reply,

    /// <summary>Starts its timer A, which brings a note of kind B.</summary>
    Start,

    /// <summary>Cancels its timer A.</summary>
    Cancel,

    /// <summary>Schedules a note of kind B to actor A, in place of the last one it scheduled.</summary>
    Schedule,

    /// <summary>Cancels what it scheduled, fired or not.</summary>
    Unschedule,

    /// <summary>Makes a child with script A, two at most.</summary>
    Spawn,

    /// <summary>Stops its newest child.</summary>
    StopChild,

    /// <summary>Stops itself.</summary>
    Stop,

    /// <summary>Sends a PoisonPill to actor A.</summary>
    Poison,

    /// <summary>Watches actor A.</summary>
    Watch,

    /// <summary>Watches its newest child.</summary>
    WatchChild,

    /// <summary>Puts the note aside.</summary>
    Stash,

    /// <summary>Brings back all notes that it put aside.</summary>
    Unstash,

    /// <summary>Handles notes as behaviour A from now on.</summary>
    Become,

    /// <summary>Fails.</summary>
    Throw,

    /// <summary>Asks actor A by a note of kind B, and pipes the reply to itself.</summary>
    Ask,

    /// <summary>Asks actor A by a note of kind B, and waits for the reply.</summary>
    Await,

    /// <summary>Sends a note of kind B to whoever is found by the path of actor A.</summary>
    Select,

    /// <summary>Sends a note of kind B to the router, which gives it to the actors in turn.</summary>
    Route,

    /// <summary>Says that the run may end.</summary>
    Finish,
}

/// <summary>One act.</summary>
internal readonly record struct Line(Act Act, int A = 0, int B = 0)
{
    public override string ToString() => $"{Act} {A} {B}";
}

/// <summary>What an actor does, by behaviour and kind of note: <c>Lines[behaviour][kind]</c>.</summary>
internal sealed record Script(ImmutableArray<ImmutableArray<ImmutableArray<Line>>> Lines)
{
    /// <summary>A script of one behaviour.</summary>
    public static Script Of(params Line[][] kinds) => new([[.. kinds.Select(lines => lines.ToImmutableArray())]]);

    public override string ToString() => string.Join(" || ", Lines.Select(
        kinds => string.Join(" | ", kinds.Select(lines => string.Join("; ", lines)))));
}

/// <summary>A system of actors that is small enough for each of its schedules to be run.</summary>
/// <param name="Actors">The script of each actor.</param>
/// <param name="Start">The notes that are sent at the beginning: to whom, and of which kind.</param>
/// <param name="Life">How far a note's consequences go: what it leads to has one less, and one of 0 leads to nothing.</param>
/// <param name="HearsDeadLetters">Whether somebody is told of dead letters.</param>
/// <param name="Sorts">Whether the mailbox of the first actor gives notes of a lower kind first.</param>
internal sealed record ActorProgram(
    ImmutableArray<Script> Actors, ImmutableArray<(int To, int Kind)> Start, int Life, bool HearsDeadLetters = false, bool Sorts = false)
{
    /// <summary>True when a note goes to the router.</summary>
    public bool HasRouter { get; } = Actors.Any(script => script.Lines.Any(kinds => kinds.Any(lines => lines.Any(line => line.Act == Act.Route))));

    public override string ToString() =>
        $"life {Life}, {(HearsDeadLetters ? "hears dead letters, " : "")}{(Sorts ? "sorts, " : "")}start {string.Join(' ', Start)}\n{string.Join('\n', Actors.Select((script, i) => $"{i}: {script}"))}";
}
