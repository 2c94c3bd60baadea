using Sim.Hardware.Sessions;

namespace Sim.Scenarios.Model;

/// <summary>A group of like sessions, each with a client of its own.</summary>
public sealed record SessionSpec
{
    /// <summary>Name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>Sessions in the group, 1 to 100,000.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Most jobs that a client keeps in flight, at least 1; 1 waits for each job before the next.</summary>
    public int Window { get; init; } = 32;

    /// <summary>Jobs a second that each client submits; null: back to back, as many as the window lets.</summary>
    public double? RatePerSecond { get; init; }

    /// <summary>The jobs of each session.</summary>
    public required JobSpec Jobs { get; init; }

    /// <summary>When each client refreshes its session key; null: never, or as its script says.</summary>
    public RefreshSpec? Refresh { get; init; }

    /// <summary>
    /// What each client does, in place of a number or a time of jobs and of <see cref="Refresh"/>; null: there is no script.
    /// </summary>
    public ScriptSpec? Script { get; init; }

    /// <summary>True: each session has its first key from the beginning, as if it had been exchanged before. False: client and device exchange it.</summary>
    public bool Negotiated { get; init; }

    /// <summary>
    /// True: a client whose session has lost its key closes it, opens another one, agrees on a key anew, and goes on with
    /// what is left. False: it ends. A client with a script does what that says.
    /// </summary>
    public bool Reopen { get; init; }

    /// <summary>Rank of each session's jobs where they wait at an engine; other than normal in virtual time alone.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;

    /// <summary>Bounds of each session; null: those of akka.hocon.</summary>
    public SessionLimits? Limits { get; init; }

    /// <summary>Jobs of each session; null when time decides how many there are.</summary>
    public long? JobCount => Script?.Jobs ?? Jobs.Count;
}
