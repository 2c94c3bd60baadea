using System.Collections.Immutable;
using Akka.Actor;
using Sim.Actors.Hosting;

namespace Sim.Scenarios.Run;

/// <summary>
/// Protocol of the director of a run: it makes the clients, a few at a time, lets the load begin when all of them have a
/// key, and waits until all of them have ended.
/// </summary>
public static class ScenarioDirector
{
    /// <summary>Clients that open their sessions at once: fewer than what waits while a device starts.</summary>
    public const int OpeningAtOnce = 64;

    /// <summary>Unfinished clients that <see cref="Ended"/> names.</summary>
    public const int MaxNamed = 10;

    /// <summary>Starts the run; answered with <see cref="Ended"/>, or a <see cref="Status.Failure"/>.</summary>
    public sealed record Run
    {
        /// <summary>The one instance.</summary>
        public static Run Instance { get; } = new();
    }

    /// <summary>From outside: the user wants to stop.</summary>
    public sealed record Cancel
    {
        /// <summary>The one instance.</summary>
        public static Cancel Instance { get; } = new();
    }

    /// <summary>The run is over.</summary>
    /// <param name="Elapsed">From the beginning of the load to the end of its last session.</param>
    /// <param name="Unfinished">Clients that had not ended when nothing happened any more; 0 in a run that is done.</param>
    /// <param name="Named">The first of them, by index.</param>
    public sealed record Ended(TimeSpan Elapsed, int Unfinished, ImmutableArray<int> Named);

    /// <summary>What a director directs.</summary>
    /// <param name="Run">What the clients share.</param>
    /// <param name="Groups">The clients, at least one.</param>
    /// <param name="Watch">
    /// How it looks after a run that takes its own time; null: it does not look. In virtual time a world at rest says by itself
    /// that nothing happens any more.
    /// </param>
    /// <param name="Faults">What strikes the device, and a run that is explored; null: nothing does.</param>
    public sealed record Setup(
        LoadRun Run, ImmutableArray<LoadGroup> Groups, Watch? Watch = null, FaultInjector.Setup? Faults = null)
    {
        /// <summary>Where the director notes how far the run is.</summary>
        public RunState State { get => field ??= new RunState(); init; }
    }

    /// <summary>How a director looks after a run, several times a second.</summary>
    /// <param name="Progress">How far the clients are.</param>
    /// <param name="Patience">How long nothing may happen before the run is given up.</param>
    /// <param name="Show">Told how far the run is, of how much.</param>
    public sealed record Watch(RunProgress Progress, TimeSpan Patience, Action<long, long> Show);

    /// <summary>Makes a director.</summary>
    public static Props Props(Setup setup) =>
        new Recipe<ScenarioDirectorActor, Setup>(setup, static setup => new ScenarioDirectorActor(setup));
}
