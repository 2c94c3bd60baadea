using System.Collections.Immutable;
using System.Globalization;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Yaml.Values;

/// <summary>A command of a script: <c>job</c>, <c>4 jobs</c>, <c>start</c>, <c>finish</c>, and so on.</summary>
internal static class ScriptText
{
    private static readonly ImmutableArray<(string Word, ScriptAction Action)> Words =
    [
        ("job", ScriptAction.Job),
        ("start", ScriptAction.Start),
        ("finish", ScriptAction.Finish),
        ("renegotiate", ScriptAction.Renegotiate),
        ("reuseIv", ScriptAction.ReuseIv),
        ("wrapCounter", ScriptAction.WrapCounter),
        ("staleWrap", ScriptAction.StaleWrap),
        ("waitFence", ScriptAction.WaitFence),
        ("loseKey", ScriptAction.LoseKey),
        ("close", ScriptAction.Close),
        ("reopen", ScriptAction.Reopen),
        ("present", ScriptAction.Present),
        ("teardown", ScriptAction.Teardown),
        ("suspend", ScriptAction.Suspend),
        ("resume", ScriptAction.Resume),
    ];

    public static Reading<ScriptCommand> Read(string text)
    {
        foreach (var (word, action) in Words)
        {
            if (word == text)
                return new ScriptCommand(action);
        }

        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? ReadJobs(text) : Reading<ScriptCommand>.Refuse(Missing(text));
    }

    public static string Write(ScriptCommand command)
    {
        var word = Words.Single(known => known.Action == command.Action).Word;
        return command.Times == 1 ? word : string.Create(CultureInfo.InvariantCulture, $"{command.Times} {word}s");
    }

    private static Reading<ScriptCommand> ReadJobs(string text) =>
        Quantity.Read(text, Dimension.Jobs).Then(quantity => quantity.Magnitude > int.MaxValue
            ? Reading<ScriptCommand>.Refuse($"'{text}' is too large")
            : new ScriptCommand(ScriptAction.Job, (int)quantity.Magnitude));

    private static string Missing(string text) => NearestName.Missing("command", text, [.. Words.Select(known => known.Word), "4 jobs"]);
}
