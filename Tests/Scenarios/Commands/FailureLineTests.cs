using System.Text;
using Sim.Scenarios;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Commands;

public sealed class FailureLineTests
{
    [Theory]
    [InlineData("play", "--json")]
    [InlineData("play")]
    [InlineData("--help")]
    public async Task Standard_output_that_cannot_be_written_is_one_line(params string[] args)
    {
        using var output = new FullWriter();
        using var error = new StringWriter();

        var exitCode = await SimCommand.RunAsync(args, output, error);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Equal("sim: standard output cannot be written: no space left\n", error.ToString());
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("play", "--policy", "best")]
    public async Task Standard_error_that_cannot_be_written_leaves_the_exit_code(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new FullWriter();

        Assert.Equal(ExitCode.BadInput, await SimCommand.RunAsync(args, output, error));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task Scenario_that_cannot_be_is_bad_input_in_one_line()
    {
        using var error = new StringWriter();

        var exitCode = await FailureLine.ReportAsync(new ScenarioException("a.yaml", 2, 9, "device.engines: 0 is out of range"), error);

        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Equal("sim: a.yaml:2:9: device.engines: 0 is out of range\n", error.ToString());
    }

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("no space left");
    }
}
