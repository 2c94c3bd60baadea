using Sim.Actors.Tracing;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// Writes the trace as JSON Lines (docs/trace.md). The file appears under its name when <see cref="Commit"/> is called.
/// </summary>
public sealed class TraceFile : ITraceListener, IDisposable
{
    private const int FlushBytes = 1 << 18;

    private readonly AtomicOutput _output;
    private readonly TraceLines _lines = new();

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TraceFile(string path) => _output = AtomicOutput.Create(path);

    /// <summary>What went wrong while writing, if anything; nothing is written after it.</summary>
    public MediaException? Failure { get; private set; }

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (Failure is not null)
            return;
        _lines.Add(at, happened);
        if (_lines.Bytes.Length >= FlushBytes)
            Drain();
    }

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        Drain();
        if (Failure is not null)
            throw Failure;
        _output.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _output.Dispose();
    }

    // A full disk must not fail the actor that happens to record: the failure is kept for Commit.
    private void Drain()
    {
        try
        {
            _output.Write(_lines.Bytes);
        }
        catch (MediaException failure)
        {
            Failure ??= failure;
        }

        _lines.Clear();
    }
}
