using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>SHA-256 of the trace as the trace file would have it, so that <c>sha256sum</c> of the file gives the same.</summary>
public sealed class TraceHash : ITraceListener, IDisposable
{
    private const int BlockBytes = 1 << 14;

    private readonly RunningHash _hash = new();
    private readonly TraceLines _lines = new();

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        _lines.Add(at, happened);
        if (_lines.Bytes.Length >= BlockBytes)
            Drain();
    }

    /// <summary>The hash of what was recorded, in lower-case hex, and begins anew.</summary>
    public string Take()
    {
        Drain();
        return _hash.Take();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _lines.Dispose();
    }

    private void Drain()
    {
        _hash.Add(_lines.Bytes);
        _lines.Clear();
    }
}
