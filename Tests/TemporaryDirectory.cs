namespace Sim.Tests;

/// <summary>A directory that is gone at the end of the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("sim-test-").FullName;

    public IEnumerable<string> Files => Directory.EnumerateFiles(Root).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Save(byte[] bytes, string name = "in.mp4")
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
