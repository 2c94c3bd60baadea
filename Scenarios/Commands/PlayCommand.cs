using System.CommandLine;
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
        var common = new CommonOptions(scenario: false);
        var command = new Command("play", Help) { file, key, clear, verify };
        common.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new PlayOptions
            {
                File = parsed.GetValue(file),
                Keys = parsed.GetValue(key)!,
                Out = parsed.GetValue(clear),
                Verify = parsed.GetValue(verify),
                Policy = common.Policy(parsed),
                Engines = common.Engines(parsed),
                RefreshEvery = common.RefreshEvery(parsed) ?? PlayOptions.DefaultRefreshEvery,
                Seed = common.Seed(parsed),
                SessionKey = common.SessionKey(parsed),
                Trace = common.Trace(parsed),
                IsVirtual = common.IsVirtual(parsed) ?? false,
                Timeline = common.Timeline(parsed),
            };
            var report = common.Json(parsed)
                ? await PlayRun.PlayAsync(options, (_, _) => { }, cancel)
                : await RunProgressBar.ShowAsync(output, "playing", show => PlayRun.PlayAsync(options, show, cancel));
            await output.WriteLineAsync(common.Json(parsed) ? report.ToJson() : HumanReport.Of(report, PlayLine.Of(options)));
            return report.Violations.Count > 0 ? ExitCode.Violated : ExitCode.Held;
        });
        return command;
    }
}
