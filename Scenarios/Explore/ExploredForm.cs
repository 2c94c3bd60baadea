using Sim.Scenarios.Model;
using Sim.Simulation.Schedules;

namespace Sim.Scenarios.Explore;

/// <summary>
/// A scenario as it is explored. Where durations decide nothing, neither do sizes, and how a key was negotiated decides no
/// order: jobs hold 64 bytes at most (or what the scenario says), and sessions have their first key from the beginning. So a schedule costs
/// microseconds, and steps are what the scenario is about.
/// </summary>
public static class ExploredForm
{
    /// <summary>Most bytes of a job, unless the scenario has a bound of its own.</summary>
    public const int JobBytesMax = 64;

    /// <summary>Gives the form.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="timing">Under <see cref="Timing.Model"/> the scenario stays as it is.</param>
    public static Scenario Of(Scenario scenario, Timing timing) =>
        timing == Timing.Model ? scenario : scenario with
        {
            Sessions = [.. scenario.Sessions.Select(group => Of(group, scenario.Explore.JobSize ?? JobBytesMax))],
        };

    private static SessionSpec Of(SessionSpec group, int most) => group with { Negotiated = true, Jobs = group.Jobs.AtMost(most) };
}
