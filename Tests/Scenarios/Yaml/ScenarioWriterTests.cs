using FsCheck;
using FsCheck.Fluent;
using Sim.Scenarios;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

public sealed class ScenarioWriterTests
{
    [Fact]
    public void Any_scenario_reads_back_as_it_was()
    {
        var property = Prop.ForAll(Arb.From(AnyScenario.Generator), scenario => Assert.Equal(scenario, Texts.Parse(ScenarioWriter.Write(scenario))));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Fact]
    public void Written_scenario_is_written_the_same_again()
    {
        foreach (var text in new[] { Texts.Minimal, Texts.Full })
        {
            var written = ScenarioWriter.Write(Texts.Parse(text));

            Assert.Equal(written, ScenarioWriter.Write(Texts.Parse(written)));
        }
    }

    [Fact]
    public void Library_reads_back_as_it_was() => Assert.All(ScenarioLibrary.Shipped.Names, name =>
    {
        var scenario = ScenarioLibrary.Shipped.Load(name, []);
        Assert.Equal(scenario, Texts.Parse(ScenarioWriter.Write(scenario)));
    });

    [Fact]
    public void Defaults_are_left_out_and_short_maps_stand_on_a_line() => Assert.Equal(
        """
        sim: 1
        name: minimal
        summary: "12"
        device:
          engines: 2
        sessions:
          - name: movie
            jobs: {count: 10}
        faults:
          - job: 1
            engine: 0
            hang: forever
        expect:
          off: [OneEnding]
          metrics:
            stall.p99: "< 2 ms"

        """,
        ScenarioWriter.Write(Texts.Parse(
            Texts.Minimal,
            "summary='12'",
            "device.engines=2",
            "faults=[{ engine: 0, job: 1, hang: forever }]",
            "expect.off=[OneEnding]",
            "expect.metrics.stall.p99=< 2 ms")));

    [Fact]
    public void Scenario_that_is_not_possible_is_not_written()
    {
        var impossible = Texts.Parse(Texts.Minimal) with { Device = new DeviceSpec { Engines = 0 } };

        Assert.Throws<ScenarioException>(() => ScenarioWriter.Write(impossible));
    }

    [Fact]
    public void Lone_surrogate_is_refused_and_not_written_as_something_else()
    {
        var broken = Texts.Parse(Texts.Minimal) with { Summary = "a\ud800" };

        Assert.Throws<ScenarioException>(() => ScenarioWriter.Write(broken));
    }
}
