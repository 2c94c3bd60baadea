using System.Text.Json;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

public sealed class PlayTests
{
    private const string SessionKeyHex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    [Fact]
    public async Task Play_without_a_file_plays_the_clip_and_says_that_all_checksums_match()
    {
        var played = await Playing.Run("play");

        Assert.Equal(0, played.ExitCode);
        Assert.Contains(" 0 violations; all ", played.Output, StringComparison.Ordinal);
        Assert.Contains("sample checksums match", played.Output, StringComparison.Ordinal);
        Assert.Empty(played.Error);
    }

    [Theory]
    [InlineData("drain", 1)]
    [InlineData("drain", 4)]
    [InlineData("slots", 1)]
    [InlineData("slots", 4)]
    public async Task Every_sample_is_right_under_each_policy(string policy, int engines)
    {
        var played = await Playing.Run(
            "play", "--policy", policy, "--engines", engines.ToString(), "--refresh-every", "5", "--json");

        Assert.Equal(0, played.ExitCode);
        var json = played.Json;
        var jobs = json.GetProperty("jobs").GetInt64();
        Assert.Equal(jobs, json.GetProperty("completed").GetInt64());
        Assert.Equal((jobs - 1) / 5, json.GetProperty("refreshes").GetInt64());
        Assert.Equal(json.GetProperty("refreshes").GetInt64(), json.GetProperty("barrier").GetProperty("count").GetInt64());
        Assert.Equal(json.GetProperty("samples").GetInt64(), json.GetProperty("samplesVerified").GetInt64());
        Assert.Empty(json.GetProperty("violations").EnumerateArray());
        foreach (var name in new[] { "EpochAtSubmission", "OneEnding", "MonotonicEpoch", "PlaintextMatches", "BarrierOpens" })
            Assert.Equal("held", json.GetProperty("properties").GetProperty(name).GetString());
    }

    [Fact]
    public async Task Slots_policy_is_judged_on_its_slots_and_drain_has_none()
    {
        var slots = await Playing.Run("play", "--policy", "slots", "--refresh-every", "5", "--json");
        var drain = await Playing.Run("play", "--policy", "drain", "--refresh-every", "5", "--json");

        Assert.Equal("held", slots.Json.GetProperty("properties").GetProperty("NoKeyInTwoSlots").GetString());
        Assert.Equal("held", slots.Json.GetProperty("properties").GetProperty("SlotFreedAfterLastUse").GetString());
        Assert.Equal("not reached", drain.Json.GetProperty("properties").GetProperty("NoKeyInTwoSlots").GetString());
        Assert.Equal("not reached", drain.Json.GetProperty("properties").GetProperty("OldAndNewInFlight").GetString());
    }

    [Fact]
    public async Task A_key_that_is_looked_up_late_is_caught_within_ten_runs()
    {
        for (var run = 1; ; run++)
        {
            var played = await Playing.Run("play", "--policy", "broken-late-latch", "--refresh-every", "5", "--json");
            if (played.ExitCode == 1)
            {
                Assert.Contains(
                    "EpochAtSubmission",
                    played.Json.GetProperty("violations").EnumerateArray().Select(found => found.GetProperty("property").GetString()));
                return;
            }

            Assert.True(run < 10, "ten runs under the wrong policy, and none was caught");
        }
    }

    [Fact]
    public async Task A_violation_is_told_with_the_line_that_runs_it_again_and_leaves_no_clear_file()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllLines(directory["wrong.md5"], File.ReadLines(RepositoryClip.Samples).Select(line => line[..^4] + "0000"));

        var played = await Playing.Run("play", "--verify", directory["wrong.md5"], "--out", directory["clear.mp4"]);

        Assert.Equal(1, played.ExitCode);
        Assert.Contains("violated: PlaintextMatches", played.Output, StringComparison.Ordinal);
        Assert.Contains("run it again: sim play", played.Output, StringComparison.Ordinal);
        Assert.Equal(["wrong.md5"], directory.Files);
    }

    [Fact]
    public async Task Lines_to_copy_are_not_broken_however_long_they_are()
    {
        using var directory = new TemporaryDirectory();
        var (clear, wrong) = (directory[new string('c', 150)], directory[new string('w', 150)]);
        File.WriteAllText(wrong, "0,1,00000000000000000000000000000000\n");

        var good = await Playing.Run("play", "--out", clear);
        var bad = await Playing.Run("play", "--verify", wrong);

        Assert.EndsWith($"; clear file: {clear}", good.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith($" --verify {wrong}", bad.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public async Task The_clear_file_holds_the_clear_samples_and_nothing_protected(string policy)
    {
        using var directory = new TemporaryDirectory();

        var played = await Playing.Run("play", "--policy", policy, "--out", directory["clear.mp4"], "--json");

        Assert.Equal(0, played.ExitCode);
        Assert.Equal(["clear.mp4"], directory.Files);
        using var clear = CencFile.Open(directory["clear.mp4"]);
        Assert.Empty(clear.KeyIds);
        Assert.Equal(0, clear.ProtectedSampleCount);
        var expected = SampleChecksums.Load(RepositoryClip.Samples);
        var compared = 0;
        using var chunks = clear.OpenChunks();
        var chunk = new MediaChunk();
        while (chunks.ReadNext(chunk))
        {
            foreach (var sample in chunk.Samples)
            {
                Assert.True(expected.TryGet(sample.Track, sample.Number, out var size, out var md5));
                Assert.Equal(size, sample.Size);
                Assert.Equal(md5, SampleChecksums.Md5(chunk.Data.Span.Slice(sample.Offset, sample.Size)));
                compared++;
            }
        }

        Assert.Equal(expected.Count, compared);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public async Task Trace_alone_and_the_first_key_explain_every_job(string policy)
    {
        using var directory = new TemporaryDirectory();

        var played = await Playing.Run(
            "play", "--policy", policy, "--refresh-every", "5", "--session-key", SessionKeyHex, "--trace", directory["t.jsonl"], "--json");

        Assert.Equal(0, played.ExitCode);
        var keys = new List<string>();
        var key = new SessionKey(Convert.FromHexString(SessionKeyHex));
        var nonce = default(SessionKeyNonce);
        var epochOf = new Dictionary<long, int>();
        var completed = 0;
        foreach (var line in File.ReadLines(directory["t.jsonl"]))
        {
            var e = JsonDocument.Parse(line).RootElement;
            switch (e.GetProperty("ev").GetString())
            {
                case "negotiated":
                    keys.Add(key.CheckValue().ToString());
                    Assert.Equal(keys[0], e.GetProperty("kcv").GetString());
                    break;
                case "refresh_started":
                    nonce = SessionKeyNonce.Read(Convert.FromHexString(e.GetProperty("nonce").GetString()!));
                    break;
                case "refresh_finished":
                    key = key.Refresh(nonce);
                    Assert.Equal(keys.Count, e.GetProperty("epoch").GetInt32());
                    keys.Add(key.CheckValue().ToString());
                    break;
                case "submitted":
                    Assert.Equal(keys.Count - 1, e.GetProperty("epoch").GetInt32());
                    epochOf.Add(e.GetProperty("job").GetInt64(), keys.Count - 1);
                    break;
                case "started":
                    Assert.Equal(keys[epochOf[e.GetProperty("job").GetInt64()]], e.GetProperty("kcv").GetString());
                    break;
                case "completed":
                    completed++;
                    break;
            }
        }

        Assert.Equal(played.Json.GetProperty("jobs").GetInt64(), completed);
        Assert.Equal(played.Json.GetProperty("refreshes").GetInt64() + 1, keys.Count);
    }

    [Fact]
    public async Task Keys_are_in_no_output_of_a_run()
    {
        using var directory = new TemporaryDirectory();

        var played = await Playing.Run(
            "play", RepositoryClip.Media, "--key", ClipKey.Hex, "--session-key", SessionKeyHex, "--trace", directory["t.jsonl"]);

        Assert.Equal(0, played.ExitCode);
        var everything = played.Output + played.Error + File.ReadAllText(directory["t.jsonl"]);
        Assert.DoesNotContain(ClipKey.Hex, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SessionKeyHex, everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_checksums_of_a_users_file_plaintext_is_not_judged()
    {
        var played = await Playing.Run("play", RepositoryClip.Media, "--key", ClipKey.Hex, "--json");

        Assert.Equal(0, played.ExitCode);
        Assert.Equal("not reached", played.Json.GetProperty("properties").GetProperty("PlaintextMatches").GetString());
    }

    [Fact]
    public async Task Same_seed_gives_the_same_nonces_and_another_seed_others()
    {
        using var directory = new TemporaryDirectory();
        async Task<string[]> NoncesOf(string seed)
        {
            var played = await Playing.Run("play", "--seed", seed, "--trace", directory["t.jsonl"], "--json");
            Assert.Equal(0, played.ExitCode);
            return [.. File.ReadLines(directory["t.jsonl"])
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(e => e.GetProperty("ev").GetString() == "refresh_started")
                .Select(e => e.GetProperty("nonce").GetString()!)];
        }

        var first = await NoncesOf("7");

        Assert.NotEmpty(first);
        Assert.Equal(first, await NoncesOf("7"));
        Assert.NotEqual(first, await NoncesOf("8"));
    }

    [Fact]
    public async Task Refresh_every_0_never_refreshes()
    {
        var played = await Playing.Run("play", "--refresh-every", "0", "--json");

        Assert.Equal(0, played.ExitCode);
        Assert.Equal(0, played.Json.GetProperty("refreshes").GetInt64());
        Assert.Equal("not reached", played.Json.GetProperty("properties").GetProperty("BarrierOpens").GetString());
    }

    [Fact]
    public async Task Refresh_after_every_single_job_still_gives_every_sample()
    {
        var played = await Playing.Run("play", "--refresh-every", "1", "--json");

        Assert.Equal(0, played.ExitCode);
        Assert.Equal(played.Json.GetProperty("jobs").GetInt64() - 1, played.Json.GetProperty("refreshes").GetInt64());
    }
}
