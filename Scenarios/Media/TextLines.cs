namespace Sim.Scenarios.Media;

/// <summary>The lines of a small text file that mean something: not empty, not a comment, without outer spaces.</summary>
internal static class TextLines
{
    /// <summary>The longest line in characters; beyond it the file is not what it is taken for.</summary>
    public const int LengthMax = 1024;

    public static IEnumerable<(long Number, string Text)> Read(string path)
    {
        using var reader = Open(path);
        var line = new char[LengthMax + 1];
        for (var number = 1L; ReadLine(path, reader, line, number, out var length); number++)
        {
            var text = line.AsSpan(0, length).Trim();
            if (text.Length > 0 && text[0] != '#') yield return (number, text.ToString());
        }
    }

    private static StreamReader Open(string path)
    {
        if (Directory.Exists(path)) throw new MediaException(path, "", "cannot be read: it is a directory");
        try
        {
            return new StreamReader(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MediaException(path, "", "cannot be read: " + error.Message);
        }
    }

    private static bool ReadLine(string path, StreamReader reader, char[] line, long number, out int length)
    {
        length = 0;
        try
        {
            for (int c; (c = reader.Read()) >= 0;)
            {
                if (c == '\n') return true;
                if (length == LengthMax) throw new MediaException(path, $"line {number}", $"is longer than {LengthMax} characters");
                line[length++] = (char)c;
            }
        }
        catch (IOException error)
        {
            throw new MediaException(path, "", "cannot be read: " + error.Message);
        }

        return length > 0;
    }
}
