using Sim.Actors.Tracing;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>Writes the trace as JSON Lines (docs/trace.md). The file appears under its name when <see cref="Commit"/> is called.</summary>
public sealed class TraceFile : ITraceListener, IDisposable
{
    private readonly JsonLines _lines;

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TraceFile(string path) => _lines = new JsonLines(path);

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (!_lines.IsBroken && TraceLine.TryWrite(_lines.Json, at, happened))
            _lines.End("\n"u8);
    }

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit() => _lines.Commit();

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();
}
