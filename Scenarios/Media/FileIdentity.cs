namespace Sim.Scenarios.Media;

/// <summary>Which file a path means, whatever links and relative parts it goes through.</summary>
internal static class FileIdentity
{
    private const int LinksMax = 40;

    /// <summary>The absolute path without links. Parts that do not exist stay as they are.</summary>
    public static string Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new MediaException("", "", "a file name is empty");
        try
        {
            return Resolve(Path.GetFullPath(path), LinksMax);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MediaException(path, "", "cannot be found: " + error.Message);
        }
    }

    /// <summary>Whether both paths mean the same file.</summary>
    public static bool Same(string one, string other) => string.Equals(
        Resolve(one),
        Resolve(other),
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal);

    /// <summary>Whether the resolved path lies where Unix keeps devices, which must never be replaced by a file.</summary>
    public static bool IsDevice(string resolved) =>
        !OperatingSystem.IsWindows()
        && (resolved.StartsWith("/dev/", StringComparison.Ordinal) || resolved.StartsWith("/proc/", StringComparison.Ordinal))
        && !resolved.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Whether a named pipe has the resolved path: a reader of it would wait for ever if a file took its place.</summary>
    public static bool IsPipe(string resolved)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(resolved) is not { Exists: true, Length: 0 }) return false;
        try
        {
            // Opened for reading and writing, a pipe does not wait for its other end.
            using var opened = new FileStream(resolved, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !opened.CanSeek;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // It may be replaced all the same; that takes rights on the directory only.
        }
    }

    private static string Resolve(string full, int linksLeft)
    {
        if (linksLeft == 0) throw new IOException("too many links");
        var parent = Path.GetDirectoryName(full);
        if (parent is null) return full;
        var path = Path.Combine(Resolve(parent, linksLeft), Path.GetFileName(full));
        var target = new FileInfo(path).LinkTarget;
        return target is null ? path : Resolve(Path.GetFullPath(target, Path.GetDirectoryName(path)!), linksLeft - 1);
    }
}
