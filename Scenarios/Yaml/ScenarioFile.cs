using System.Text;
using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml.Nodes;
using Sim.Scenarios.Yaml.Schemas;

namespace Sim.Scenarios.Yaml;

/// <summary>Reads scenario files. docs/scenarios.md explains the format.</summary>
public static class ScenarioFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private const int Version = 1;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sets">Overrides, each as in <c>device.engines=2</c>; see <see cref="ScenarioOverride"/>.</param>
    /// <exception cref="ScenarioException">The file cannot be read, or is no scenario; it says what is wrong and where.</exception>
    public static Scenario Load(string path, IReadOnlyList<string> sets) => Parse(ReadText(path), path, sets);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text of a scenario file.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="sets">Overrides, each as in <c>device.engines=2</c>; see <see cref="ScenarioOverride"/>.</param>
    /// <exception cref="ScenarioException">The text is no scenario; it says what is wrong and where.</exception>
    public static Scenario Parse(string text, string name, IReadOnlyList<string> sets)
    {
        if (text.Length > MaxBytes)
            throw TooLarge(name);
        var root = NodeParser.Parse(text, name);
        RequireVersion(root);
        foreach (var set in sets)
            root = ScenarioOverride.Parse(set).Apply(root, SchemaReader.Scenario);
        return ScenarioValidation.Read(root);
    }

    // A file of a later version may hold anything: its version is the one thing to say about it.
    private static void RequireVersion(Node root)
    {
        if (root is MapNode map && map.Find("sim")?.Value is ScalarNode { Kind: ScalarKind.Integer } version && version.Text != $"{Version}")
            throw new NodeProblem(version.Place, "sim", $"this is version {version.Shown} of the format; only version {Version} is known here").ToException();
    }

    private static string ReadText(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // One byte more tells a file that is too large, even one that has no length, such as a pipe.
            var buffer = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
                throw TooLarge(path);
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(buffer.AsSpan(0, length)));
        }
        catch (DecoderFallbackException)
        {
            throw new ScenarioException(path, 0, 0, "is not UTF-8 text");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ScenarioException(path, 0, 0, "there is no such file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ScenarioException(path, 0, 0, $"cannot be read: {failure.Message}");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static ScenarioException TooLarge(string name) => new(name, 0, 0, $"is larger than {MaxBytes >> 20} MiB");
}
