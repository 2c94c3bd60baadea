using System.Globalization;
using Sim.Scenarios.Play;

namespace Sim.Scenarios.Commands;

/// <summary>The line that runs a playback again. Keys stay out of it, and so does what only writes: the outputs.</summary>
public static class PlayLine
{
    /// <summary>Writes the line for a POSIX shell.</summary>
    public static string Of(PlayOptions options)
    {
        List<string> words = ["sim", "play"];
        if (options.File is { } file)
            words.Add(Quoted(file));
        Add("--policy", options.Policy);
        Add("--engines", options.Engines?.ToString(CultureInfo.InvariantCulture));
        Add("--refresh-every", options.RefreshEvery.ToString(CultureInfo.InvariantCulture));
        Add("--seed", options.Seed.ToString(CultureInfo.InvariantCulture));
        Add("--verify", options.Verify);
        if (options.SessionKey is not null)
            words.Add("--session-key ...");
        words.AddRange(options.Keys.Select(_ => "--key ..."));
        return string.Join(' ', words);

        void Add(string name, string? value)
        {
            if (value is not null)
                words.Add($"{name} {Quoted(value)}");
        }
    }

    private static string Quoted(string word) =>
        word.All(character => char.IsAsciiLetterOrDigit(character) || "/._-+:=@%".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
