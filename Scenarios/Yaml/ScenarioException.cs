namespace Sim.Scenarios.Yaml;

/// <summary>A scenario that cannot be: one line that names the file, the place in it and the cause.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Builds the line <c>FILE:LINE:COLUMN: problem</c>.</summary>
    /// <param name="file">The file as the user named it, a <c>--set</c> argument, or the name of a scenario built in C#.</param>
    /// <param name="line">Line, from 1; 0 when no line can be named.</param>
    /// <param name="column">Column in UTF-16 units, from 1; 0 when no line can be named.</param>
    /// <param name="problem">What is wrong, behind the path of the key that it is wrong with.</param>
    public ScenarioException(string file, int line, int column, string problem)
        : base(OneLine(line > 0 ? $"{file}:{line}:{column}: {problem}" : $"{file}: {problem}"))
    {
        File = file;
        Line = line;
        Column = column;
        Problem = OneLine(problem);
    }

    /// <summary>The file, the argument or the scenario.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 when no line can be named.</summary>
    public int Line { get; }

    /// <summary>Column in UTF-16 units, from 1; 0 when no line can be named.</summary>
    public int Column { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    // Names and values come from outside: a control character in them must not break the line.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
