using Microsoft.Win32.SafeHandles;

namespace Sim.Scenarios.Media.Boxes;

/// <summary>The input file: reads at any place, and one line for whatever is wrong with it.</summary>
internal sealed class MediaSource : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly DateTime _written;

    private MediaSource(string path, SafeFileHandle handle, long length)
    {
        Path = path;
        _handle = handle;
        _written = File.GetLastWriteTimeUtc(handle);
        Length = length;
    }

    public string Path { get; }

    public long Length { get; }

    public static MediaSource Open(string path)
    {
        if (Directory.Exists(path)) throw new MediaException(path, "", "cannot be read: it is a directory");
        // Opening a pipe waits until somebody writes to it. It has no length, which shows before it is opened.
        if (new FileInfo(FileIdentity.Resolve(path)) is { Exists: true, Length: 0 })
        {
            throw new MediaException(path, "", "is empty, or not a regular file");
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            return new(path, handle, RandomAccess.GetLength(handle));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            handle?.Dispose();
            throw new MediaException(path, "", "cannot be read: " + error.Message);
        }
    }

    /// <summary>Refuses a file that somebody wrote to since it was opened: what was read of it may not fit together.</summary>
    public void CheckUnchanged()
    {
        try
        {
            if (File.GetLastWriteTimeUtc(_handle) == _written && RandomAccess.GetLength(_handle) == Length) return;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fail("", "cannot be read: " + error.Message);
        }

        throw Fail("", "has changed since it was opened");
    }

    /// <summary>Fills the buffer.</summary>
    public void Read(long offset, Span<byte> buffer)
    {
        try
        {
            while (buffer.Length > 0)
            {
                var read = RandomAccess.Read(_handle, buffer, offset);
                if (read == 0) throw Fail("", $"ends at byte {offset}: it has become shorter since it was opened");
                buffer = buffer[read..];
                offset += read;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fail("", "cannot be read: " + error.Message);
        }
    }

    public MediaException Fail(string place, string cause) => new(Path, place, cause);

    public void Dispose() => _handle.Dispose();
}
