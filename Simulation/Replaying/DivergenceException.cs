using System.Collections.Immutable;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Replaying;

/// <summary>A schedule does not fit what it is replayed on any more.</summary>
/// <param name="number">Number of the first step that does not fit, from 1.</param>
/// <param name="expected">The step.</param>
/// <param name="possible">What might have happened instead.</param>
public sealed class DivergenceException(int number, ScheduledStep expected, ImmutableArray<ScheduledStep> possible)
    : Exception($"step {number} cannot happen: {expected}; {Show(possible)}")
{
    /// <summary>Number of the first step that does not fit, from 1.</summary>
    public int Number => number;

    /// <summary>The step.</summary>
    public ScheduledStep Expected => expected;

    /// <summary>What might have happened instead.</summary>
    public ImmutableArray<ScheduledStep> Possible => possible;

    private static string Show(ImmutableArray<ScheduledStep> possible) => possible.Length switch
    {
        0 => "nothing is possible any more",
        1 => $"possible is {possible[0]}",
        _ => $"possible are {string.Join(", ", possible)}",
    };
}
