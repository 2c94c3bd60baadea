using Sim.Actors.Tracing;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// Writes the trace as JSON Lines (docs/trace.md). The file appears under its name when <see cref="Commit"/> is called.
/// </summary>
public sealed class TraceFile : ITraceListener, IDisposable
{
    private readonly PatientOutput _output;
    private readonly TraceLines _lines = new();

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TraceFile(string path) => _output = new PatientOutput(path);

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (_output.IsBroken)
            return;
        _lines.Add(at, happened);
        if (_lines.Bytes.Length >= PatientOutput.Piece)
            Drain();
    }

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit()
    {
        Drain();
        _output.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _output.Dispose();
    }

    private void Drain()
    {
        _output.Write(_lines.Bytes);
        _lines.Clear();
    }
}
