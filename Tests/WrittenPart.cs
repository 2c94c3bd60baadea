namespace Sim.Tests;

/// <summary>The parts of documents that are written by program: each stands between a line that begins and one that ends it.</summary>
internal static class WrittenPart
{
    /// <summary>The text of a part.</summary>
    public static string Read(string document, string part)
    {
        var (begin, end) = Find(document, part);
        return document[begin..end];
    }

    /// <summary>The document with another text in the place of a part.</summary>
    public static string Replace(string document, string part, string text)
    {
        var (begin, end) = Find(document, part);
        return document[..begin] + text + document[end..];
    }

    /// <summary>The path of a file of the repository. Tests run in a folder of their own, below the repository's.</summary>
    public static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sim.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
        return Path.Combine(folder.FullName, path);
    }

    private static (int Begin, int End) Find(string document, string part)
    {
        var first = $"<!-- {part} -->\n";
        var begin = document.IndexOf(first, StringComparison.Ordinal) + first.Length;
        var end = document.IndexOf($"<!-- end of {part} -->", StringComparison.Ordinal);
        return begin >= first.Length && end >= begin
            ? (begin, end)
            : throw new InvalidDataException($"The document has no part '{part}'.");
    }
}
