using System.Security.Cryptography;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>SHA-256 of the trace as the trace file would have it, so that <c>sha256sum</c> of the file gives the same.</summary>
public sealed class TraceHash : ITraceListener, IDisposable
{
    private const int BlockBytes = 1 << 14;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _lines.Dispose();
    }

    private void Drain()
    {
        _hash.AppendData(_lines.Bytes);
        _lines.Clear();
    }
}
