using System.Collections.Immutable;
using Akka.Actor;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Explore;

/// <summary>
/// Protocol of the stage of a run in virtual time: it makes the clients, lets the load begin when all of them have a key,
/// and notes who has ended. Unlike the director of a parallel run it needs no clock: when nothing happens any more the
/// world says so.
/// </summary>
public static class Stage
{
    /// <summary>What the stage knows; whoever drives the world reads it between steps.</summary>
    public sealed class State
    {
        /// <summary>True once the load has begun.</summary>
        public bool HasBegun { get; internal set; }

        /// <summary>When it began, on the scheduler's clock.</summary>
        public TimeSpan Begin { get; internal set; }

        /// <summary>When the last client ended, on the same clock.</summary>
        public TimeSpan End { get; internal set; }

        /// <summary>Clients that have not ended.</summary>
        public int Open { get; internal set; }

        /// <summary>The first client that could not go on: who, and why; null: none.</summary>
        public string? Trouble { get; internal set; }
    }

    /// <summary>What is staged.</summary>
    /// <param name="Run">What the clients share.</param>
    /// <param name="Groups">The clients, at least one.</param>
    /// <param name="State">Where the stage notes what it knows.</param>
    public sealed record Setup(LoadRun Run, ImmutableArray<LoadGroup> Groups, State State);

    /// <summary>Makes a stage.</summary>
    public static Props Props(Setup setup) => Akka.Actor.Props.Create(() => new StageActor(setup));
}
