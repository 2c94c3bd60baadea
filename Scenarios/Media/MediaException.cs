namespace Sim.Scenarios.Media;

/// <summary>Bad input or output: one line that names the file, the place in it and the cause.</summary>
public sealed class MediaException : Exception
{
    /// <summary>Builds the line <c>FILE: PLACE: cause</c>.</summary>
    /// <param name="file">The file, as the user named it; empty when there is none.</param>
    /// <param name="place">A box path, a track and sample, or a line number; empty when the whole file is meant.</param>
    /// <param name="cause">What is wrong. It never holds a key or plaintext.</param>
    public MediaException(string file, string place, string cause)
        : base(OneLine(file, place, cause))
    {
        File = file;
        Place = place;
        Cause = cause;
    }

    /// <summary>The file, as the user named it; empty when there is none.</summary>
    public string File { get; }

    /// <summary>Where in the file; empty when the whole file is meant.</summary>
    public string Place { get; }

    /// <summary>What is wrong.</summary>
    public string Cause { get; }

    private static string OneLine(params ReadOnlySpan<string> parts)
    {
        var line = "";
        foreach (var part in parts)
        {
            if (part.Length > 0) line += line.Length == 0 ? part : ": " + part;
        }

        // Names of files and boxes come from outside: a control character in them must not break the line.
        return string.Concat(line.Select(c => char.IsControl(c) ? '?' : c));
    }
}
