using System.Globalization;

namespace Sim.Scenarios.Commands;

/// <summary>A line for a POSIX shell, put together word by word.</summary>
/// <param name="words">Its first words, as they are.</param>
public sealed class ShellLine(params string[] words)
{
    private readonly List<string> _words = [.. words];

    /// <summary>Adds an argument, quoted where a shell needs it; null: nothing.</summary>
    public ShellLine Add(string? argument)
    {
        if (argument is not null)
            _words.Add(Quoted(argument));
        return this;
    }

    /// <summary>Adds an option and its value; null: nothing.</summary>
    public ShellLine Add(string option, string? value)
    {
        if (value is not null)
            _words.Add($"{option} {Quoted(value)}");
        return this;
    }

    /// <summary>Adds an option and its number; null: nothing.</summary>
    public ShellLine Add(string option, IFormattable? value) => Add(option, value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Adds an option whose value is not shown; null: nothing.</summary>
    public ShellLine AddSecret(string option, string? value)
    {
        if (value is not null)
            _words.Add($"{option} ...");
        return this;
    }

    /// <summary>The line.</summary>
    public override string ToString() => string.Join(' ', _words);

    private static string Quoted(string word) =>
        word.Length > 0
        && word.All(character => char.IsAsciiLetterOrDigit(character) || "/._-+:=@%".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
