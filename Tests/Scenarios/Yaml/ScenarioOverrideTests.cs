using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

public sealed class ScenarioOverrideTests
{
    [Fact]
    public void Key_of_a_map_is_replaced() => Assert.Equal(2, Texts.Parse(Texts.Full, "device.engines=2", "faults=").Device.Engines);

    [Fact]
    public void Element_of_a_list_is_named_by_index_or_by_name()
    {
        Assert.Equal(4, Texts.Parse(Texts.Full, "sessions.movie.count=4").Sessions[0].Count);
        Assert.Equal(4, Texts.Parse(Texts.Full, "sessions.1.count=4").Sessions[1].Count);
        Assert.Equal(TimeSpan.FromMilliseconds(7), Texts.Parse(Texts.Full, "faults.0.hang=7ms").Faults[0].Duration);
        Assert.Equal("drain", Assert.Single(Texts.Parse(Texts.Full, "policies.1=", "policies.0=drain").Policies));
    }

    [Theory]
    [InlineData("expect.metrics.stall.p99=< 3 ms")]
    [InlineData("expect.metrics.stall.p99=\"< 3 ms\"")]
    [InlineData("expect.metrics.stall.p99='<3ms'")]
    [InlineData(" expect.metrics.stall.p99 = < 3 ms ")]
    public void Metric_keeps_the_dot_of_its_name(string set) => Assert.Equal(
        new MetricBound("stall.p99", Comparison.Less, 0.003),
        Assert.Single(Texts.Parse(Texts.Minimal, set).Expect.Metrics));

    [Fact]
    public void Text_that_yaml_would_take_for_a_block_needs_no_quotes() => Assert.Equal(
        new MetricBound("jobs", Comparison.AtLeast, 5),
        Texts.Parse(Texts.Minimal, "expect.metrics.jobs=>= 5").Expect.Metrics[0]);

    [Fact]
    public void Maps_on_the_way_are_made() =>
        Assert.Equal(3, Texts.Parse(Texts.Minimal, "sessions.movie.refresh.every=5 jobs", "sessions.movie.refresh.chain=3").Sessions[0].Refresh!.Chain);

    [Fact]
    public void Empty_value_takes_the_key_out()
    {
        var scenario = Texts.Parse(Texts.Full, "sessions.movie.jobs.count=", "sessions.movie.jobs.for=2s", "faults.7=", "faults.6=");

        Assert.Null(scenario.Sessions[0].Jobs.Count);
        Assert.Equal(TimeSpan.FromSeconds(2), scenario.Sessions[0].Jobs.For);
        Assert.Equal(11, scenario.Faults.Length);
    }

    [Fact]
    public void Lists_and_maps_stand_in_brackets()
    {
        var scenario = Texts.Parse(Texts.Minimal, "faults=[{ engine: 0, job: 1, crash: true }]", "device={ engines: 1 }");

        Assert.Equal(new FaultSpec { Action = FaultAction.Crash, Engine = 0, Job = 1 }, Assert.Single(scenario.Faults));
        Assert.Equal(1, scenario.Device.Engines);
    }

    [Fact]
    public void Later_overrides_win() => Assert.Equal(3, Texts.Parse(Texts.Minimal, "device.engines=2", "device.engines=3").Device.Engines);

    [Theory]
    [InlineData("device.engins=2", "there is no key 'engins'; did you mean 'engines'?")]
    [InlineData("devise.engines=2", "there is no key 'devise'; did you mean 'device'?")]
    [InlineData("device.engines=two", "must be a whole number, not the text 'two'")]
    [InlineData("device.engines=99", "99 is out of range; it must be 1 to 64")]
    [InlineData("device.engines=\"2\"", "must be a whole number, not the text '2' in quotes")]
    [InlineData("device.watchdog=50", "'50' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("device.engines.count=2", "must be a whole number, not a map of keys")]
    [InlineData("name.first=2", "there is nothing below the text 'minimal', and so no 'first'")]
    [InlineData("sessions.film.count=2", "there is no element 'film'; there is movie")]
    [InlineData("sessions.1.count=2", "there is no element 1; the list has 1, the first is 0")]
    [InlineData("sessions.-1.count=2", "there is no element '-1'; there is movie")]
    [InlineData("faults.0.hang=5ms", "the list 'faults' is empty and has no '0.hang'")]
    [InlineData("expect.metrics.stal.p99=< 5 ms", "there is no key 'stal.p99'; did you mean 'stall.p99'?")]
    [InlineData("expect.metrics.stall.p99=< 5", "'5' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("policies=[drain, drain]", "'drain' stands in the list twice")]
    [InlineData("policies=[drain", "not YAML: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [InlineData("policies=[*a]", "aliases are not supported; write the value out")]
    [InlineData("device.jobs=", "there is no 'jobs' to take out")]
    [InlineData("sessions.movie.jobs.for=2s", "'for' cannot stand beside 'count'")]
    [InlineData("device.engines", "write it as KEY=VALUE, for example device.engines=2")]
    [InlineData("=2", "write it as KEY=VALUE, for example device.engines=2")]
    [InlineData(".=2", "there is no key ''; there are *")]
    [InlineData("sim=2", "must be 1, not the number 2")]
    public void Error_names_the_argument_and_the_cause(string set, string problem)
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse(Texts.Minimal, set));

        Assert.StartsWith($"--set {set}: {problem.TrimEnd('*')}", refused.Message, StringComparison.Ordinal);
        if (!problem.EndsWith('*'))
            Assert.Equal(problem, refused.Problem);
    }

    [Fact]
    public void Override_that_breaks_a_rule_is_found_where_the_file_breaks_it()
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse(Texts.Full, "device.engines=2"));

        Assert.Equal("test.yaml:20:24: faults.0.engine: there is no engine 2; the device has 2, the first is 0", refused.Message);
    }

    [Fact]
    public void Missing_key_below_an_override_names_the_override()
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse(Texts.Minimal, "sessions.movie.refresh.chain=2"));

        Assert.Equal("--set sessions.movie.refresh.chain=2: the key 'every' is missing", refused.Message);
    }
}
