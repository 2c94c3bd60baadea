using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Sessions;
using Sim.Scenarios;
using Sim.Scenarios.ClosedForm;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Sim.Tests.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.ClosedForm;

/// <summary>Where a formula gives a figure, a run in virtual time comes to the same; where it does not hold, it gives none.</summary>
public sealed class ClosedFormTests
{
    private const double Tolerance = 0.02;

    [Theory]
    [InlineData("closed-form-utilisation", "drain", "utilisation")]
    [InlineData("closed-form-utilisation", "marker", "utilisation")]
    [InlineData("closed-form-utilisation", "slots", "utilisation", "barrier", "slotProgrammings")]
    [InlineData("saturation", "drain", "utilisation", "saturation")]
    [InlineData("saturation", "marker", "utilisation", "saturation")]
    [InlineData("saturation", "slots", "utilisation", "saturation")]
    [InlineData("closed-form-drain", "drain", "barrier")]
    [InlineData("closed-form-drain", "marker", "utilisation", "saturation", "barrier")]
    [InlineData("closed-form-slots", "slots", "utilisation", "saturation", "barrier", "oldSlot", "slotProgrammings")]
    [InlineData("closed-form-shared", "drain", "utilisation", "saturation", "barrier")]
    [InlineData("closed-form-shared", "marker", "utilisation", "saturation", "barrier")]
    [InlineData("closed-form-shared", "slots", "utilisation", "saturation", "barrier", "oldSlot", "slotProgrammings")]
    public void Scenario_of_the_library_comes_to_what_the_formulas_say(string scenario, string policy, params string[] names)
    {
        var figures = Figures(ScenarioLibrary.Shipped.Load(scenario, []), policy);

        Assert.Equal(names, figures.Where(figure => figure.Deviation is not null).Select(figure => figure.Name));
        Assert.All(figures, figure => Assert.InRange(figure.Deviation ?? 0, 0, Tolerance));
    }

    [Fact]
    public void No_figure_of_a_formula_is_wrong()
    {
        // Few loads have some of the figures: as many are drawn as it takes to have met each.
        var unmet = new HashSet<string> { "utilisation", "saturation", "barrier", "slotProgrammings" };
        for (var hundreds = 0; unmet.Count > 0; hundreds++)
        {
            Assert.True(hundreds < 20, $"2,000 loads, and no figure {string.Join(", ", unmet)}");
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Load.ToArbitrary(), load =>
            {
                foreach (var figure in Figures(load.Scenario, load.Policy).Where(figure => figure.Deviation is not null))
                {
                    unmet.Remove(figure.Name);
                    Assert.True(figure.Deviation <= Tolerance, $"{figure} under {load.Policy}\n{ScenarioWriter.Write(load.Scenario)}");
                }
            }));
        }
    }

    [Theory]
    [InlineData("faults strike", "utilisation", "faults=[{ engine: 0, slow: 1us }]")]
    [InlineData("a script sets its own pace", "saturation", "sessions.0.jobs.count=", "sessions.0.refresh=", "sessions.0.script=[300 jobs]")]
    [InlineData("jobs may be refused", "barrier", "sessions.0.limits={ jobs: 11, pendingRefreshes: 1 }")]
    [InlineData("jobs may take longer than the watchdog waits", "oldSlot", "device.watchdog=44us")]
    [InlineData("too few key slots: keys may be evicted and programmed again", "oldSlot", "device.keySlots=1")]
    [InlineData("too few jobs", "utilisation", "sessions.0.jobs.count=199")]
    [InlineData("too few jobs for sizes that differ so much", "utilisation", "sessions.0.jobs.count=4000", "sessions.0.jobs.size=0B..64KiB")]
    [InlineData("too few jobs for sizes that differ so much", "utilisation", "sessions.0.jobs.count=20000", "sessions.0.jobs.size=0B..64KiB")]
    [InlineData("sizes differ", "oldSlot", "sessions.0.jobs.size=15KiB..16KiB")]
    [InlineData("how many other jobs are ahead only the run tells", "oldSlot", "sessions.0.count=2", "device.keySlots=8")]
    [InlineData("how many jobs are old only the run tells", "oldSlot", "sessions.0.rate=100/s")]
    [InlineData("how often engines idle only the run tells", "utilisation", "sessions.0.count=2", "device.keySlots=8", "sessions.0.window=1")]
    [InlineData("how often engines switch sessions only the run tells", "saturation", "sessions.0.count=2", "device.keySlots=8", "sessions=[{ name: a, rate: 99/s, jobs: { count: 500 } }, { name: b, rate: 99/s, jobs: { count: 500 } }]")]
    [InlineData("groups end at different times", "utilisation", "device.keySlots=8", "sessions=[{ name: a, rate: 99/s, jobs: { count: 500, size: 1MiB } }, { name: b, rate: 99/s, jobs: { count: 400, size: 1MiB } }]")]
    [InlineData("several groups: which share each has only the run tells", "utilisation", "device.keySlots=8", "sessions=[{ name: a, jobs: { count: 500 } }, { name: b, jobs: { count: 400 } }]")]
    [InlineData("sessions overtake others at the engines", "utilisation", "modes=[virtual]", "device.keySlots=8", "sessions=[{ name: a, priority: focus, jobs: { count: 500 } }, { name: b, jobs: { count: 500 } }]")]
    [InlineData("windows are too small for the rate", "utilisation", "sessions.0.window=1", "sessions.0.rate=60000/s")]
    [InlineData("which engines are overloaded only the run tells", "utilisation", "sessions.0.rate=1000000/s")]
    [InlineData("how many keys are in use at once only the run tells", "barrier", "sessions.0.refresh.every=1ms")]
    [InlineData("refreshes come by time, or in chains", "oldSlot", "sessions.0.refresh.chain=2")]
    [InlineData("refreshes meet each other", "oldSlot", "sessions.0.refresh.every=24 jobs")]
    [InlineData("the window is no multiple of the engines", "oldSlot", "sessions.0.window=10")]
    public void Where_a_formula_does_not_hold_it_says_why_and_gives_no_figure(string reason, string name, params string[] sets)
    {
        var figure = Assert.Single(Figures(ScenarioLibrary.Shipped.Load("closed-form-slots", sets), "slots"), figure => figure.Name == name);

        Assert.Equal((null, null, reason), (figure.Expected, figure.Deviation, figure.Note));
    }

    [Theory]
    [InlineData(100.0, 98.0, 0.02)]
    [InlineData(100.0, 103.0, 0.03)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(0.0, 5.0, 1.0)]
    [InlineData(null, 5.0, null)]
    [InlineData(5.0, null, null)]
    public void Deviation_is_a_share_of_what_the_formula_gives(double? expected, double? simulated, double? deviation)
    {
        var figure = new ClosedFormFigure("x", "us", expected, simulated, Note: null);

        Assert.Equal(deviation is null, figure.Deviation is null);
        Assert.Equal(deviation ?? 0, figure.Deviation ?? 0, 12);
    }

    [Fact]
    public void Engines_idle_while_drain_holds_jobs() => Assert.Equal(
        ["engines idle while drain holds jobs", "engines idle while drain holds jobs", null],
        Figures(ScenarioLibrary.Shipped.Load("closed-form-drain", []), "drain").Select(figure => figure.Note));

    [Fact]
    public void Refreshes_by_time_between_jobs_that_are_back_to_back_have_no_closed_form() => Assert.All(
        Figures(ScenarioLibrary.Shipped.Load("closed-form-drain", ["sessions.0.refresh.every=1ms", "sessions.0.window=1"]), "marker").Take(2),
        figure => Assert.Equal("how many jobs or refreshes there are only the run tells", figure.Note));

    [Fact]
    public void A_policy_that_is_wrong_on_purpose_has_no_closed_form() => Assert.All(
        Figures(ScenarioLibrary.Shipped.Load("closed-form-slots", []), "broken-late-latch"),
        figure => Assert.Equal((null, "broken-late-latch is wrong on purpose"), (figure.Expected, figure.Note)));

    [Fact]
    public async Task In_parallel_mode_there_is_no_closed_form()
    {
        var report = await Loads.Run(Loads.Of(Loads.Sessions(1, jobs: 300)));

        Assert.NotEmpty(report.ClosedForms!);
        Assert.All(
            report.ClosedForms!,
            figure => Assert.Equal((null, null, "in parallel mode work takes the time that it takes"), (figure.Expected, figure.Simulated, figure.Note)));
    }

    [Fact]
    public void Below_the_saturation_point_the_run_shows_only_its_own_load_and_the_closed_form_how_much_more_there_may_be()
    {
        var saturation = Figures(ScenarioLibrary.Shipped.Load("closed-form-utilisation", []), "slots").Single(figure => figure.Name == "saturation");

        Assert.Null(saturation.Simulated);
        Assert.Equal("that is 1,311 such sessions; there are 480", saturation.Note);
    }

    private static Gen<(Scenario Scenario, string Policy)> Load { get; } =
        from policy in Gen.Elements<string>(KeySwitchPolicies.Names)
        from engines in Gen.Choose(1, 5)
        from perEngine in Gen.Choose(1, 12)
        from count in Gen.Elements(1, 1, 2, 5, engines * perEngine)
        from window in Gen.Elements(1, 1, 4, 10, engines * perEngine)
        from size in Gen.Elements(0, 4096, 16384)
        from more in Gen.Elements(0, 0, 0, 16384)
        from every in Gen.Elements(0, 1, 3, 10, 40)
        from chain in Gen.Elements(1, 1, 1, 2)
        from rate in Gen.Elements<double?>(null, null, 20, 400, 5000)
        from second in Gen.Elements(false, false, false, true)
        from slots in Gen.Elements(16, 1024)
        let like = new SessionSpec
        {
            Name = "a",
            Count = count,
            Window = window,
            RatePerSecond = rate,
            Jobs = new JobSpec { Count = Math.Max(30, 400 / count), SizeMin = size, SizeMax = size + more },
            Refresh = every == 0 ? null : new RefreshSpec { EveryJobs = every, Chain = chain },
        }
        let scenario = Loads.Of(second ? [like, like with { Name = "b" }] : [like])
        select (scenario with { Device = new DeviceSpec { Engines = engines, KeySlots = slots } }, policy);

    private static IReadOnlyList<ClosedFormFigure> Figures(Scenario scenario, string policy) =>
        Loads.RunVirtually(scenario, policy).ClosedForms!;
}
