using Sim.Scenarios.Model;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore;

/// <summary>
/// A scenario as it is explored. Where durations decide nothing, neither do sizes, and how a key was negotiated decides no
/// order: jobs hold 64 bytes at most, and sessions have their first key from the beginning. So a schedule costs
/// microseconds, and steps are what the scenario is about.
/// </summary>
public static class ExploredForm
{
    /// <summary>Most bytes of a job.</summary>
    public const int JobBytesMax = 64;

    /// <summary>Gives the form.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="timing">Under <see cref="Timing.Model"/> the scenario stays as it is.</param>
    public static Scenario Of(Scenario scenario, Timing timing) =>
        timing == Timing.Model ? scenario : scenario with { Sessions = [.. scenario.Sessions.Select(Of)] };

    private static SessionSpec Of(SessionSpec group) => group with
    {
        Negotiated = true,
        Jobs = group.Jobs with
        {
            SizeMin = Math.Min(group.Jobs.SizeMin, JobBytesMax),
            SizeMax = Math.Min(group.Jobs.SizeMax, JobBytesMax),
        },
    };
}
