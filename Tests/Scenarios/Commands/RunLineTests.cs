using Sim.Scenarios.Commands;
using Sim.Scenarios.Run;
using Xunit;

namespace Sim.Tests.Scenarios.Commands;

public sealed class RunLineTests
{
    [Fact]
    public void Everything_that_decides_the_run_is_in_the_line_and_keys_are_not()
    {
        var line = RunLine.Of(new RunOptions
        {
            Scenario = "my storm.yaml",
            Sets = ["device.engines=2", "name=a b"],
            Policy = "drain",
            Engines = 2,
            RefreshEvery = 3,
            Seed = 4,
            SessionKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            Trace = "t.jsonl",
            IsVirtual = true,
        });

        Assert.Equal(
            "sim run 'my storm.yaml' --set device.engines=2 --set 'name=a b' --policy drain --engines 2 --refresh-every 3 --seed 4 --session-key ...",
            line);
    }

    [Fact]
    public void What_was_not_given_is_not_in_the_line() =>
        Assert.Equal("sim run storm --seed 1", RunLine.Of(new RunOptions { Scenario = "storm", IsVirtual = true }));

    [Fact]
    public void A_mode_that_is_not_the_usual_one_is_in_the_line() =>
        Assert.Equal("sim run storm --mode parallel --seed 1", RunLine.Of(new RunOptions { Scenario = "storm" }));
}
