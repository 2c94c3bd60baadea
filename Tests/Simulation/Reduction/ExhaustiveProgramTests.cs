using FsCheck;
using FsCheck.Fluent;
using Sim.Simulation.Schedules;
using Xunit;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>
/// Any program: the reduced search meets each class that the naive one meets, each once, and with it each outcome. Programs of which
/// every schedule cannot be run are left out. <c>SIM_SEARCH_PROGRAMS</c> is how many programs of a kind are tried.
/// </summary>
public sealed class ExhaustiveProgramTests
{
    private const int SchedulesMax = 400;

    private static readonly int Programs =
        int.TryParse(Environment.GetEnvironmentVariable("SIM_SEARCH_PROGRAMS"), out var programs) ? programs : 60;

    public static TheoryData<string, Act[]> Kinds => new()
    {
        { "messages", [] },
        { "timers", [Act.Start, Act.Cancel, Act.Schedule, Act.Unschedule] },
        { "children and stops", [Act.Spawn, Act.TellChild, Act.StopChild, Act.Stop, Act.Poison] },
        { "death watch", [Act.Spawn, Act.Watch, Act.WatchChild, Act.Stop, Act.Poison, Act.StopChild] },
        { "stash and behaviour", [Act.Stash, Act.Unstash, Act.Become] },
        { "failures", [Act.Throw, Act.Spawn, Act.TellChild, Act.Become] },
        { "requests", [Act.Ask, Act.Await] },
        { "ends before all is done", [Act.Finish, Act.Start] },
        { "selections and routers", [Act.Select, Act.Route, Act.Route, Act.Stop, Act.Poison] },
        { "all", Enum.GetValues<Act>() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_class_of_any_program_is_met_once(string kind, Act[] acts)
    {
        var compared = 0;
        var programs = Arb.From(ProgramGenerator.Of(acts), ProgramGenerator.Shrink);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Programs), Prop.ForAll(programs, program =>
        {
            foreach (var timing in Enum.GetValues<Timing>())
            {
                var (fault, _, reduced) = SearchComparison.Of(() => new ProgramExperiment(program), timing, SchedulesMax);
                Assert.Null(fault);
                compared += reduced is null ? 0 : 1;
            }
        }));

        Assert.True(compared > Programs / 2, $"{kind}: only {compared} of {2 * Programs} searches were short enough");
    }
}
