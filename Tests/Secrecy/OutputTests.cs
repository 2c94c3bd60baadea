using System.Text.Json;
using Sim.Scenarios;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Secrecy;

/// <summary>What `sim` prints and writes shows no session key, neither the given one nor any that follows from it, and no content key.</summary>
public sealed class OutputTests
{
    // The first keys of the first sessions: each is looked for in some hundred forms.
    private const int EpochsMax = 3;
    private const int SessionsMax = 2;

    private static readonly string FirstKey = Convert.ToHexString(SecretBearer.Key).ToLowerInvariant();

    [Theory]
    [InlineData(ExitCode.Held, "run", "barrier-small", "--policy", "slots", "--json")]
    [InlineData(ExitCode.Held, "run", "barrier-small", "--policy", "marker")]
    [InlineData(ExitCode.Held, "run", "crashing-engines", "--policy", "drain")]
    [InlineData(ExitCode.Violated, "run", "barrier-small", "--policy", "broken-late-latch", "--json")]
    [InlineData(ExitCode.Violated, "run", "refresh-storm", "--policy", "broken-no-drain", "--set", "sessions.movie.count=1", "--set", "sessions.movie.jobs.count=60", "--set", "expect.metrics=")]
    [InlineData(ExitCode.Held, "play", "--mode", "virtual", "--json")]
    [InlineData(ExitCode.Violated, "play", "--mode", "virtual", "--policy", "broken-late-latch", "--refresh-every", "5")]
    public async Task Run_shows_no_key(int exitCode, params string[] args)
    {
        using var directory = new TemporaryDirectory();
        var (trace, timeline) = (directory["run.jsonl"], directory["run.json"]);
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(exitCode, await SimCommand.RunAsync(
            [.. args, "--session-key", FirstKey, "--trace", trace, "--timeline", timeline], output, error));

        var lines = await File.ReadAllTextAsync(trace);
        var secrets = SecretsOf(lines);
        secrets.AssertAbsent(lines, "the trace");
        secrets.AssertAbsent(await File.ReadAllTextAsync(timeline), "the timeline");
        secrets.AssertAbsent(output.ToString(), "standard output");
        secrets.AssertAbsent(error.ToString(), "standard error");
    }

    [Theory]
    [InlineData("run", "barrier-small", "--session-key", "d1e2f3a4b5c6978899aabbcc1d2e3f4")]
    [InlineData("run", "barrier-small", "--session-key", "d1e2f3a4b5c6978899aabbcc1d2e3f4x")]
    [InlineData("play", "--key", "d1e2f3a4b5c6978899aabbcc1d2e3f4x")]
    [InlineData("play", "--key", "d1e2f3a4b5c6978899aabbcc1d2e3f4a:d1e2f3a4b5c6978899aabbcc1d2e3f4")]
    [InlineData("play", "--key", "d1e2f3a4b5c6978899aabbcc1d2e3f4a")]
    public async Task Bad_key_is_not_repeated(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.NotEqual(ExitCode.Held, await SimCommand.RunAsync(args, output, error));

        SecretBearer.Secrets.AssertAbsent(output + error.ToString(), "what was printed");
    }

    // Each Finish of the trace applies the last random number of its session; the content key of the clip is no less a secret.
    private static Secrets SecretsOf(string trace)
    {
        var secrets = new Secrets().Add("the first key", SecretBearer.Key);
        foreach (var line in File.ReadLines(RepositoryClip.Key).Where(line => !line.StartsWith('#')))
            secrets.Add("a content key", Convert.FromHexString(line.Split(':')[^1].Trim()));
        var keys = new Dictionary<int, byte[]>();
        var nonces = new Dictionary<int, byte[]>();
        foreach (var text in trace.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var line = JsonDocument.Parse(text);
            var root = line.RootElement;
            switch (root.GetProperty("ev").GetString())
            {
                case "refresh_started":
                    nonces[root.GetProperty("session").GetInt32()] = Convert.FromHexString(root.GetProperty("nonce").GetString()!);
                    break;
                case "refresh_finished":
                    var session = root.GetProperty("session").GetInt32();
                    var next = keys.GetValueOrDefault(session, SecretBearer.Key).Zip(nonces[session], (a, b) => (byte)(a ^ b)).ToArray();
                    keys[session] = next;
                    if (keys.Count <= SessionsMax && root.GetProperty("epoch").GetInt32() is <= EpochsMax and var epoch)
                        secrets.Add($"key {epoch} of session {session}", next);
                    break;
            }
        }

        return secrets;
    }
}
