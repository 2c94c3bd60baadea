using System.CommandLine;
using Sim.Actors.Engines;
using Sim.Scenarios.Output;
using Sim.Scenarios.Play;

namespace Sim.Scenarios.Commands;

/// <summary><c>sim play</c>.</summary>
public static class PlayCommand
{
    // One line: whoever shows it breaks it to the width that there is.
    private const string Help =
        "Plays an MP4 that is encrypted with Common Encryption, scheme cenc (AES-CTR), fragmented or progressive, through "
        + "the simulated device: one decrypt job per sample, content keys wrapped under the session key and wrapped anew "
        + "after each refresh. Writes a clear MP4 and checks the run. AES-CTR has no integrity: a key that is wrong but "
        + "well formed cannot be detected without --verify; it gives a file full of garbage.";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the report goes.</param>
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The encrypted MP4. Default: the clip that comes with sim, with its key and checksums.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var key = new Option<string[]>("--key")
        {
            Description = "A content key: 32 hex digits, or KID:KEY for one key id. May be given several times.",
            HelpName = "[KID:]KEY",
            DefaultValueFactory = _ => [],
        };
        var clear = new Option<string?>("--out") { Description = "Write the clear MP4 here.", HelpName = "CLEAR.mp4" };
        var verify = new Option<string?>("--verify")
        {
            Description = "Check every clear sample against these lines of stream,size,MD5.",
            HelpName = "SAMPLES.md5",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = $"Key-switch policy: {string.Join(", ", PolicyCatalog.Names)}. Default: slots.",
            HelpName = "NAME",
        };
        var engines = new Option<int?>("--engines") { Description = "Engines in the pool. Default: 4.", HelpName = "N" };
        var refreshEvery = new Option<int>("--refresh-every")
        {
            Description = "Refresh the session key after every N jobs; 0: never.",
            HelpName = "N",
            DefaultValueFactory = _ => 25,
        };
        var mode = new Option<string>("--mode")
        {
            Description = "parallel or virtual.",
            HelpName = "MODE",
            DefaultValueFactory = _ => "parallel",
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of session keys and refresh random numbers.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var sessionKey = new Option<string?>("--session-key")
        {
            Description = "The first session key, for outside checkers of the trace.",
            HelpName = "HEX32",
        };
        var trace = new Option<string?>("--trace") { Description = "Write the trace here, as JSON Lines.", HelpName = "FILE.jsonl" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };

        var command = new Command("play", Help)
        {
            file, key, clear, verify, policy, engines, refreshEvery, mode, seed, sessionKey, trace, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            RequireParallel(parsed.GetValue(mode)!);
            var options = new PlayOptions
            {
                File = parsed.GetValue(file),
                Keys = parsed.GetValue(key)!,
                Out = parsed.GetValue(clear),
                Verify = parsed.GetValue(verify),
                Policy = parsed.GetValue(policy),
                Engines = Within(parsed.GetValue(engines), "--engines", 1, EnginePoolSettings.MaxEngines),
                RefreshEvery = Within(parsed.GetValue(refreshEvery), "--refresh-every", 0, int.MaxValue)!.Value,
                Seed = parsed.GetValue(seed),
                SessionKey = parsed.GetValue(sessionKey),
                Trace = parsed.GetValue(trace),
            };
            var report = parsed.GetValue(json)
                ? await PlayRun.PlayAsync(options, (_, _) => { }, cancel)
                : await PlayProgress.ShowAsync(output, show => PlayRun.PlayAsync(options, show, cancel));
            await output.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : HumanReport.Of(report, PlayLine.Of(options)));
            return report.Violations.Count > 0 ? ExitCode.Violated : ExitCode.Held;
        });
        return command;
    }

    private static void RequireParallel(string mode)
    {
        switch (mode)
        {
            case "parallel":
                return;
            case "virtual":
                throw new UsageException("--mode virtual: not built yet");
            default:
                throw new UsageException($"--mode: there is no mode '{mode}'; there are parallel and virtual");
        }
    }

    private static int? Within(int? value, string option, int min, int max) =>
        value is null || (value >= min && value <= max)
            ? value
            : throw new UsageException($"{option}: {value} is out of range; it must be {min} to {max}");
}
