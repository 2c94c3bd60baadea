namespace Sim.Scenarios.Media;

/// <summary>
/// A file that appears under its name only when it is complete: bytes go to a temporary file beside it, which
/// <see cref="Commit"/> renames into place.
/// </summary>
public sealed class AtomicOutput : IDisposable
{
    private const int TemporaryNamesMax = 100;

    private readonly string _named;
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _committed;

    private AtomicOutput(string named, string target, string temporary, FileStream stream)
    {
        _named = named;
        _target = target;
        _temporary = temporary;
        _stream = stream;
    }

    /// <summary>The number of bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Makes the temporary file. An existing file of this name stays as it is until <see cref="Commit"/>.</summary>
    /// <exception cref="MediaException">The directory is missing or not writable, or the path is no file's.</exception>
    public static AtomicOutput Create(string path)
    {
        var target = FileIdentity.Resolve(path);
        if (Directory.Exists(target)) throw new MediaException(path, "", "cannot be written: it is a directory");
        if (FileIdentity.IsDevice(target) || FileIdentity.IsPipe(target))
        {
            throw new MediaException(path, "", "cannot be written: it is not a regular file");
        }

        var directory = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(directory))
        {
            throw new MediaException(path, "", $"cannot be written: there is no directory '{directory}'");
        }

        for (var attempt = 0; attempt < TemporaryNamesMax; attempt++)
        {
            var temporary = Path.Combine(directory, $".{Path.GetFileName(target)}.{Environment.ProcessId}-{attempt}.part");
            try
            {
                var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
                return new(path, target, temporary, stream);
            }
            catch (IOException) when (File.Exists(temporary))
            {
                // A left-over of a killed run, or another output of this one: the next name is free.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new MediaException(path, "", "cannot be written: " + error.Message);
            }
        }

        throw new MediaException(path, "", $"cannot be written: {TemporaryNamesMax} temporary files of earlier runs are beside it");
    }

    /// <summary>Refuses an output that is the input itself, also by another spelling of the path or through links.</summary>
    /// <exception cref="MediaException">Both name the same file.</exception>
    public static void RefuseSame(string input, string output)
    {
        if (FileIdentity.Same(input, output)) throw new MediaException(output, "", "the output is the input file");
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="MediaException">The disk is full or the file cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException error)
        {
            throw new MediaException(_named, "", "cannot be written: " + error.Message);
        }

        Length += bytes.Length;
    }

    /// <summary>Closes the file and renames it into place. Nothing can be written afterwards.</summary>
    /// <exception cref="MediaException">The file cannot be renamed; the temporary file is then deleted.</exception>
    public void Commit()
    {
        try
        {
            _stream.Dispose();
            File.Move(_temporary, _target, overwrite: true);
            _committed = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(_named, "", "cannot be written: " + error.Message);
        }
    }

    /// <summary>Closes the file; without <see cref="Commit"/> it is deleted.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_committed) return;
        try
        {
            File.Delete(_temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The directory is gone, or closed to us. Whatever ended the run is the better thing to tell.
        }
    }
}
