using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

/// <summary>The files that a playback reads and writes; what it writes is never also another one of them.</summary>
public static class PlayFiles
{
    /// <summary>Checks the paths before anything is opened.</summary>
    /// <exception cref="UsageException">A path is empty, or two options name one file.</exception>
    /// <exception cref="MediaException">An output is the input.</exception>
    public static void Check(PlayOptions options)
    {
        var input = options.File ?? RepositoryClip.Media;
        var read = Named(
            ("FILE", input),
            ("--verify", options.Verify ?? (options.File is null ? RepositoryClip.Samples : null)),
            ("its key", options.File is null ? RepositoryClip.Key : null));
        var written = Named(("--out", options.Out), ("--trace", options.Trace), ("--timeline", options.Timeline));
        foreach (var (name, path) in read.Concat(written))
        {
            if (string.IsNullOrWhiteSpace(path))
                throw new UsageException($"{name}: the path is empty");
        }

        for (var i = 0; i < written.Count; i++)
        {
            AtomicOutput.RefuseSame(input, written[i].Path);
            foreach (var (name, path) in read.Concat(written.Take(i)))
            {
                if (FileIdentity.Same(written[i].Path, path))
                    throw new UsageException($"{written[i].Name}: is the same file as {name}");
            }
        }
    }

    private static List<(string Name, string Path)> Named(params (string Name, string? Path)[] files) =>
        [.. from file in files where file.Path is not null select (file.Name, file.Path)];
}
