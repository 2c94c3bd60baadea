using System.Text.Json;
using Sim.Actors.Tracing;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Output;

/// <summary>
/// Writes the trace as JSON Lines (docs/trace.md). The file appears under its name when <see cref="Commit"/> is called.
/// Events that are "in process only" are left out.
/// </summary>
public sealed class TraceFile : ITraceListener, IDisposable
{
    private readonly JsonLines _lines;
    private readonly Utf8JsonWriter _line;

    /// <summary>Makes the file.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public TraceFile(string path)
    {
        _lines = new JsonLines(path);
        _line = _lines.Json;
    }

    /// <inheritdoc/>
    public void On(TimeSpan at, TraceEvent happened)
    {
        if (_lines.IsBroken || NameOf(happened) is not { } name)
            return;
        _line.Reset();
        _line.WriteStartObject();
        _line.WriteNumber("t", at.Ticks * TimeSpan.NanosecondsPerTick);
        _line.WriteString("ev", name);
        WriteFields(happened);
        _line.WriteEndObject();
        _lines.End("\n"u8);
    }

    /// <summary>Writes what is left and puts the file in its place.</summary>
    /// <exception cref="MediaException">It could not be written.</exception>
    public void Commit() => _lines.Commit();

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

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
        SessionKeyLost => "key_lost",
        SessionClosed => "session_closed",
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
            case SessionKeyLost e:
                _line.WriteNumber("session", e.Session);
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
