using System.Text.Json;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>Writes events in the trace format (docs/trace.md), a JSON object for each. Those that are "in process only" are left out.</summary>
internal static class TraceLine
{
    /// <summary>Writes an event.</summary>
    /// <param name="line">Writes the object; it is reset first.</param>
    /// <param name="at">Time since the start of the run.</param>
    /// <param name="happened">The event.</param>
    /// <returns>False when the event is left out.</returns>
    public static bool TryWrite(Utf8JsonWriter line, TimeSpan at, TraceEvent happened)
    {
        if (NameOf(happened) is not { } name)
            return false;
        line.Reset();
        line.WriteStartObject();
        line.WriteNumber("t", at.Ticks * TimeSpan.NanosecondsPerTick);
        line.WriteString("ev", name);
        WriteFields(line, happened);
        line.WriteEndObject();
        return true;
    }

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

    private static void WriteFields(Utf8JsonWriter line, TraceEvent happened)
    {
        switch (happened)
        {
            case SessionOpened e:
                line.WriteNumber("session", e.Session);
                line.WriteString("policy", e.Policy);
                break;
            case KeyNegotiated e:
                WritePlace(line, e.Session, e.Position, e.Epoch);
                line.WriteString("kcv", e.CheckValue.ToString());
                break;
            case RefreshStarted e:
                line.WriteNumber("session", e.Session);
                line.WriteString("nonce", e.Nonce.ToString());
                break;
            case RefreshFinished e:
                WritePlace(line, e.Session, e.Position, e.Epoch);
                break;
            case KeySwitched e:
                line.WriteNumber("session", e.Session);
                line.WriteNumber("epoch", e.Epoch);
                line.WriteString("kcv", e.CheckValue.ToString());
                line.WriteString("reason", e.Reason.ToString());
                break;
            case JobSubmitted e:
                line.WriteNumber("session", e.Session);
                line.WriteNumber("job", e.Job);
                line.WriteNumber("position", e.Position);
                line.WriteNumber("epoch", e.Epoch);
                line.WriteNumber("bytes", e.Bytes);
                break;
            case JobStarted e:
                WriteJob(line, e.Job, e.Engine);
                line.WriteString("kcv", e.CheckValue.ToString());
                break;
            case JobCompleted e:
                WriteJob(line, e.Job, e.Engine);
                break;
            case JobAborted e:
                line.WriteNumber("job", e.Job);
                line.WriteString("reason", e.Reason.ToString());
                break;
            case JobRefused e:
                line.WriteNumber("session", e.Session);
                line.WriteNumber("job", e.Job);
                line.WriteString("status", e.Status.ToString());
                break;
            case CallMisused e:
                line.WriteNumber("session", e.Session);
                line.WriteString("call", e.Call);
                line.WriteString("rule", e.Rule.ToString());
                break;
            case SessionKeyLost e:
                line.WriteNumber("session", e.Session);
                break;
            case SessionClosed e:
                line.WriteNumber("session", e.Session);
                break;
        }
    }

    private static void WritePlace(Utf8JsonWriter line, int session, long position, int epoch)
    {
        line.WriteNumber("session", session);
        line.WriteNumber("position", position);
        line.WriteNumber("epoch", epoch);
    }

    private static void WriteJob(Utf8JsonWriter line, long job, int engine)
    {
        line.WriteNumber("job", job);
        line.WriteNumber("engine", engine);
    }
}
