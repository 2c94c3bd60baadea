using Sim.Checkers;
using Sim.Scenarios;
using Sim.Scenarios.Browser;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Run;
using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Browser;

/// <summary>The scenario browser-playback, from the command line and from code.</summary>
public sealed class BrowserPlaybackRunTests
{
    private static readonly RunOptions Options = new() { Scenario = "browser-playback" };

    [Theory]
    [InlineData("slots")]
    [InlineData("drain")]
    [InlineData("marker")]
    public async Task Playback_holds_under_every_policy(string policy)
    {
        var report = await new BrowserPlayback().RunAsync(Options with { Policy = policy }, CancellationToken.None);

        Assert.Empty(report.Violations);
        Assert.Equal((BrowserPlayer.Samples, BrowserPlayer.Samples, 0), (report.Jobs, report.Completed, report.Misuse));
        Assert.Equal(BrowserPlayer.Refreshes, report.Refreshes);
        Assert.Equal(Verdict.Held, report.Properties[nameof(PlaintextMatches)]);
        Assert.Null(report.Waiting);
    }

    [Fact]
    public async Task Sample_that_comes_out_wrong_is_noticed()
    {
        var delivered = 0;

        var ran = await RunAsync(new BrowserPlayback(sample => ++delivered == 10 ? Damaged(sample) : sample), "run", "browser-playback");

        Assert.Equal(ExitCode.Violated, ran.ExitCode);
        Assert.Contains("sample 9: differs from byte ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("3 refreshes, 1 violations", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("run it again: sim run browser-playback --mode parallel --seed 1", ran.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_that_is_not_decrypted_is_noticed()
    {
        var delivered = 0;

        var report = await new BrowserPlayback(sample => ++delivered == 1 ? Striped(sample) : sample).RunAsync(Options, CancellationToken.None);

        Assert.Equal(Verdict.Violated, report.Properties[nameof(PlaintextMatches)]);
        Assert.EndsWith("sample 0: Error", Assert.Single(report.Violations).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playback_that_does_not_end_is_given_up_and_the_step_named()
    {
        using var gate = new ManualResetEventSlim();
        try
        {
            var report = await new BrowserPlayback(sample =>
            {
                gate.Wait();
                return sample;
            }).RunAsync(Options with { Patience = TimeSpan.FromMilliseconds(20) }, CancellationToken.None);

            var violation = Assert.Single(report.Violations);
            Assert.Equal(nameof(EveryJobEnds), violation.Property);
            Assert.StartsWith("the playback has not ended within 0.02 s; it waits in step", violation.Detail, StringComparison.Ordinal);
        }
        finally
        {
            gate.Set();
        }
    }

    [Fact]
    public async Task Seed_engines_and_trace_are_taken_and_json_is_one_object()
    {
        using var directory = new TemporaryDirectory();

        var ran = await Playing.Run(
            "run", "browser-playback", "--engines", "2", "--seed", "5", "--trace", directory["trace.jsonl"], "--json");

        Assert.Equal(ExitCode.Held, ran.ExitCode);
        Assert.Equal("browser-playback", ran.Json.GetProperty("scenario").GetString());
        Assert.Equal("parallel", ran.Json.GetProperty("mode").GetString());
        Assert.Equal((2, 5), (ran.Json.GetProperty("engines").GetInt32(), ran.Json.GetProperty("seed").GetInt32()));
        Assert.Equal(BrowserPlayer.Samples, ran.Json.GetProperty("completed").GetInt32());
        Assert.Equal(
            BrowserPlayer.Samples,
            File.ReadLines(directory["trace.jsonl"]).Count(line => line.Contains("\"completed\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--set: scenario 'browser-playback' is a program, and has no keys to set", "--set", "device.engines=2")]
    [InlineData("scenario 'browser-playback' is not for mode 'virtual', but for parallel", "--mode", "virtual")]
    [InlineData("--refresh-every: scenario 'browser-playback' is a program, and says itself when it refreshes", "--refresh-every", "5")]
    [InlineData("--seeds and --hashes: scenario 'browser-playback' is a program, and is run once", "--seeds", "5")]
    public async Task What_means_nothing_to_it_is_one_clear_line(string line, params string[] options)
    {
        var ran = await Playing.Run(["run", "browser-playback", .. options]);

        Assert.Equal((ExitCode.BadInput, ""), (ran.ExitCode, ran.Output));
        Assert.Equal("sim: " + line, ran.Error.TrimEnd());
    }

    [Fact]
    public async Task Other_verbs_say_that_it_can_only_be_run()
    {
        var ran = await Playing.Run("explore", "browser-playback");

        Assert.Equal(ExitCode.BadInput, ran.ExitCode);
        Assert.Equal("sim: scenario 'browser-playback' is a program: it can be run, and no more", ran.Error.TrimEnd());
    }

    [Fact]
    public async Task List_shows_it()
    {
        var listed = await RunAsync(new BrowserPlayback(), "list");

        Assert.Equal(
            "browser-playback  drain,marker,slots  parallel  A browser's nineteen steps of a playback, in C#, on the Direct3D surface.",
            listed.Output.TrimEnd());
    }

    private static Sample Damaged(Sample sample)
    {
        byte[] data = [.. sample.Data];
        data[^1] ^= 1;
        return sample with { Data = data };
    }

    private static Sample Striped(Sample sample) => sample with { Config = sample.Config! with { HasPattern = true } };

    private static async Task<Playing> RunAsync(BrowserPlayback playback, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await SimCommand.RunAsync(args, output, error, new ScenarioLibrary("no/such/folder", playback));
        return new Playing(exitCode, output.ToString(), error.ToString());
    }
}
