using System.Text.Json;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>Writes events as lines of the trace format (docs/trace.md) into a buffer. Those that are "in process only" are left out.</summary>
public sealed class TraceLines : IDisposable
{
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _line;

    /// <summary>Begins with an empty buffer.</summary>
    public TraceLines() => _line = new Utf8JsonWriter(_buffer);

    /// <summary>The lines in the buffer; valid until the next event.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.GetBuffer().AsSpan(0, (int)_buffer.Length);

    /// <summary>Writes one event.</summary>
    public void Add(TimeSpan at, TraceEvent happened)
    {
        if (NameOf(happened) is not { } name)
            return;
        _line.Reset();
        _line.WriteStartObject();
        _line.WriteNumber("t", at.Ticks * TimeSpan.NanosecondsPerTick);
        _line.WriteString("ev", name);
        WriteFields(happened);
        _line.WriteEndObject();
        _line.Flush();
        _buffer.WriteByte((byte)'\n');
    }

    /// <summary>Empties the buffer.</summary>
    public void Clear() => _buffer.SetLength(0);

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private static string? NameOf(TraceEvent happened) => happened switch
    {
        SessionOpened => "session_opened",
        KeyNegotiated => "negotiated",
        RefreshStarted => "refresh_started",
        RefreshFinished => "refresh_finished",
        KeySwitched => "key_switched",
        JobSubmitted => "submitted",
        JobStarted => "started",
        JobCompleted => "completed",
        JobAborted => "aborted",
        JobRefused => "refused",
        CallMisused => "misuse",
        SurfaceCallMisused => "surface_misuse",
        SessionKeyLost => "key_lost",
        SessionClosed => "session_closed",
        ProtectionChanged => "protection",
        _ => null,
    };

    private void WriteFields(TraceEvent happened)
    {
        switch (happened)
        {
            case SessionOpened e:
                _line.WriteNumber("session", e.Session);
                _line.WriteString("policy", e.Policy);
                break;
            case KeyNegotiated e:
                WritePlace(e.Session, e.Position, e.Epoch);
                _line.WriteString("kcv", e.CheckValue.ToString());
                break;
            case RefreshStarted e:
                _line.WriteNumber("session", e.Session);
                _line.WriteString("nonce", e.Nonce.ToString());
                break;
            case RefreshFinished e:
                WritePlace(e.Session, e.Position, e.Epoch);
                break;
            case KeySwitched e:
                _line.WriteNumber("session", e.Session);
                _line.WriteNumber("epoch", e.Epoch);
                _line.WriteString("kcv", e.CheckValue.ToString());
                _line.WriteString("reason", e.Reason.ToString());
                break;
            case JobSubmitted e:
                _line.WriteNumber("session", e.Session);
                _line.WriteNumber("job", e.Job);
                _line.WriteNumber("position", e.Position);
                _line.WriteNumber("epoch", e.Epoch);
                _line.WriteNumber("bytes", e.Bytes);
                break;
            case JobStarted e:
                WriteJob(e.Job, e.Engine);
                _line.WriteString("kcv", e.CheckValue.ToString());
                break;
            case JobCompleted e:
                WriteJob(e.Job, e.Engine);
                break;
            case JobAborted e:
                _line.WriteNumber("job", e.Job);
                _line.WriteString("reason", e.Reason.ToString());
                break;
            case JobRefused e:
                _line.WriteNumber("session", e.Session);
                _line.WriteNumber("job", e.Job);
                _line.WriteString("status", e.Status.ToString());
                break;
            case CallMisused e:
                _line.WriteNumber("session", e.Session);
                _line.WriteString("call", e.Call);
                _line.WriteString("rule", e.Rule.ToString());
                break;
            case SurfaceCallMisused e:
                _line.WriteString("object", e.Object.ToString());
                _line.WriteString("call", e.Call);
                _line.WriteString("rule", e.Rule.ToString());
                break;
            case SessionKeyLost e:
                _line.WriteNumber("session", e.Session);
                if (e.ContentLost)
                    _line.WriteBoolean("content", true);
                break;
            case ProtectionChanged e:
                _line.WriteString("phase", e.Phase.ToString());
                _line.WriteNumber("generation", e.Generation);
                _line.WriteNumber("content", e.Content.Value);
                break;
            case SessionClosed e:
                _line.WriteNumber("session", e.Session);
                break;
        }
    }

    private void WritePlace(int session, long position, int epoch)
    {
        _line.WriteNumber("session", session);
        _line.WriteNumber("position", position);
        _line.WriteNumber("epoch", epoch);
    }

    private void WriteJob(long job, int engine)
    {
        _line.WriteNumber("job", job);
        _line.WriteNumber("engine", engine);
    }
}
