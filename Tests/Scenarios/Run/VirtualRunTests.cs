using System.Security.Cryptography;
using Sim.Tests.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Run;

/// <summary>Virtual mode from the command line.</summary>
public sealed class VirtualRunTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Trace_hash_is_that_of_the_trace_file()
    {
        var ran = await Playing.Run("run", "storm-small", "--trace", _directory["t.jsonl"], "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_directory["t.jsonl"]))), ran.Json.GetProperty("traceHash").GetString());
    }

    [Fact]
    public async Task Another_seed_gives_another_trace_and_the_same_seed_the_same()
    {
        var hashes = new List<string>();
        foreach (var seed in new[] { "1", "2", "1" })
            hashes.Add((await Playing.Run("run", "storm-small", "--seed", seed, "--json")).Json.GetProperty("traceHash").GetString()!);

        Assert.Equal(hashes[0], hashes[2]);
        Assert.NotEqual(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task Sweep_over_seeds_writes_the_hash_that_each_seed_has_alone()
    {
        var swept = await Playing.Run("run", "storm-small", "--seeds", "5", "--seed", "3", "--hashes", _directory["h"], "--json");
        var alone = await Playing.Run("run", "storm-small", "--seed", "6", "--json");

        Assert.Equal((0, 0), (swept.ExitCode, swept.Json.GetProperty("violated").GetInt32()));
        var lines = File.ReadAllLines(_directory["h"]);
        Assert.Equal(["3", "4", "5", "6", "7"], lines.Select(line => line.Split(' ')[0]));
        Assert.Equal($"6 {alone.Json.GetProperty("traceHash").GetString()}", lines[3]);
        Assert.Equal(5, lines.Distinct().Count());
    }

    [Fact]
    public async Task Sweep_names_the_seeds_that_are_violated()
    {
        var swept = await Playing.Run("run", "storm-small", "--policy", "broken-nonce-not-cleared", "--seeds", "3");

        Assert.Equal(1, swept.ExitCode);
        Assert.Contains("3 violated (seeds 1, 2, 3)", swept.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds: 0 is out of range", "--seeds", "0")]
    [InlineData("--hashes: has no use without --seeds", "--hashes", "h")]
    [InlineData("--seeds: goes with --mode virtual", "--seeds", "2", "--mode", "parallel")]
    public async Task Bad_usage_is_one_line_and_exit_2(string problem, params string[] args)
    {
        var ran = await Playing.Run(["run", "storm-small", .. args]);

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith($"sim: {problem}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_hours_takes_no_hours_and_says_so()
    {
        var ran = await Playing.Run(
            "run", "steady-load", "--set", "sessions.load.count=1", "--set", "sessions.load.rate=1/s", "--set", "sessions.load.jobs.for=3600s",
            "--set", "sessions.load.jobs.size=64B");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("times real time", ran.Output, StringComparison.Ordinal);
        Assert.Contains("3600 completed", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slots")]
    [InlineData("drain")]
    [InlineData("marker")]
    public async Task The_clip_plays_in_virtual_time_with_the_same_clear_bytes(string policy)
    {
        var (out1, out2) = (_directory["virtual.mp4"], _directory["parallel.mp4"]);

        var first = await Playing.Run("play", "--mode", "virtual", "--policy", policy, "--refresh-every", "5", "--out", out1, "--json");
        var again = await Playing.Run("play", "--mode", "virtual", "--policy", policy, "--refresh-every", "5", "--json");
        var parallel = await Playing.Run("play", "--policy", policy, "--refresh-every", "5", "--out", out2, "--json");

        Assert.Equal((0, 0, 0), (first.ExitCode, again.ExitCode, parallel.ExitCode));
        Assert.Equal("virtual", first.Json.GetProperty("mode").GetString());
        Assert.True(first.Json.GetProperty("virtualSeconds").GetDouble() > 0);
        Assert.Equal(first.Json.GetProperty("traceHash").GetString(), again.Json.GetProperty("traceHash").GetString());
        Assert.Equal(File.ReadAllBytes(out2), File.ReadAllBytes(out1));
    }

    public void Dispose() => _directory.Dispose();
}
