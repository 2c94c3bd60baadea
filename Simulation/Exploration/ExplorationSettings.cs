using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Simulation.Exploration;

/// <summary>How an experiment is explored.</summary>
/// <param name="Strategy">Makes a strategy for each worker, given how many steps a pilot schedule took.</param>
public sealed record ExplorationSettings(Func<int, IStrategy> Strategy)
{
    /// <summary>Seed of the exploration: of what the actors draw, and with the number of a schedule of its choices.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most schedules.</summary>
    public long Schedules { get; init; } = 10_000;

    /// <summary>Makes the experiment of the pilot schedule; null: as for a worker.</summary>
    public Func<IExperiment>? Pilot { get; init; }

    /// <summary>Threads, each with worlds of its own; 1 for an exhaustive strategy.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether one worker works alone while the code is compiled, where the workers take all cores; else all begin together.</summary>
    public bool WarmsUpAlone { get; init; } = true;

    /// <summary>What time means.</summary>
    public Timing Timing { get; init; } = Timing.Any;

    /// <summary>Most steps of one schedule.</summary>
    public int StepsMax { get; init; } = 1_000_000;

    /// <summary>Whether schedules draw seeds of their own for the actors, too; else only the choices differ.</summary>
    public bool VarySeed { get; init; }
}
