using System.Security.Cryptography;
using System.Text.Json;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>SHA-256 of the trace as the trace file would have it, so that <c>sha256sum</c> of the file gives the same.</summary>
public sealed class TraceHash : ITraceListener, IDisposable
{
    private const int BlockBytes = 1 << 14;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _lines = new();
    private readonly Utf8JsonWriter _line;

    /// <summary>Begins with no event.</summary>
    public TraceHash() => _line = new Utf8JsonWriter(_lines);

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (!TraceLine.TryWrite(_line, at, happened))
            return;
        _line.Flush();
        _lines.WriteByte((byte)'\n');
        if (_lines.Length >= BlockBytes)
            Drain();
    }

    /// <summary>The hash of what was recorded, in lower-case hex, and begins anew.</summary>
    public string Take()
    {
        Drain();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _line.Dispose();
    }

    private void Drain()
    {
        _hash.AppendData(_lines.GetBuffer(), 0, (int)_lines.Length);
        _lines.SetLength(0);
    }
}
