using System.Text.Json;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// A file of JSON that is written line by line while a run goes on, and appears under its name when <see cref="Commit"/> is
/// called. Lines are gathered and written in large pieces.
/// </summary>
internal sealed class JsonLines : IDisposable
{
    private const int FlushBytes = 1 << 18;

    private readonly AtomicOutput _output;
    private readonly MemoryStream _buffer = new(FlushBytes + 4096);
    private MediaException? _failure;

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public JsonLines(string path)
    {
        _output = AtomicOutput.Create(path);
        Json = new Utf8JsonWriter(_buffer);
    }

    /// <summary>Writes a value; to be reset before each.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>True when something went wrong while writing: then nothing is written any more.</summary>
    public bool IsBroken => _failure is not null;

    /// <summary>Takes a value that is complete.</summary>
    /// <param name="then">What stands behind it.</param>
    public void End(ReadOnlySpan<byte> then)
    {
        Json.Flush();
        _buffer.Write(then);
        if (_buffer.Length >= FlushBytes)
            Drain();
    }

    /// <summary>Writes text that stands before a value.</summary>
    public void Write(ReadOnlySpan<byte> utf8) => _buffer.Write(utf8);

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        Drain();
        if (_failure is not null)
            throw _failure;
        _output.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Json.Dispose();
        _output.Dispose();
    }

    // A full disk must not fail the actor that happens to record: the failure is kept for Commit.
    private void Drain()
    {
        try
        {
            if (_failure is null)
                _output.Write(_buffer.GetBuffer().AsSpan(0, (int)_buffer.Length));
        }
        catch (MediaException failure)
        {
            _failure = failure;
        }

        _buffer.SetLength(0);
    }
}
