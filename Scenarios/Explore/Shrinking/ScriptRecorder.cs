using System.Collections.Immutable;
using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Explore.Shrinking;

/// <summary>Writes down, from the trace, what each session was asked to do.</summary>
internal sealed class ScriptRecorder : ITraceListener
{
    private readonly SortedDictionary<int, List<ScriptAction>> _bySession = [];

    /// <summary>What each session was asked to do, by its number on the device.</summary>
    public ImmutableArray<(int Session, ScriptAction Action)> Commands =>
        [.. _bySession.SelectMany(session => session.Value.Select(action => (session.Key, action)))];

    public void On(TimeSpan at, TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Add(submitted.Session, ScriptAction.Job);
                break;
            case JobRefused refused:
                Add(refused.Session, ScriptAction.Job);
                break;
            case RefreshStarted started:
                Add(started.Session, ScriptAction.Start);
                break;
            case RefreshFinished finished:
                Add(finished.Session, ScriptAction.Finish);
                break;
            case KeyNegotiated { Epoch: > 0 } negotiated:
                Add(negotiated.Session, ScriptAction.Renegotiate);
                break;
            case SessionKeyLost lost:
                Add(lost.Session, ScriptAction.LoseKey);
                break;
            case SessionClosed closed:
                Add(closed.Session, ScriptAction.Close);
                break;
            case CallMisused { Call: nameof(StartSessionKeyRefresh), Rule: not Misuse.StartReplacesPending } start:
                Add(start.Session, ScriptAction.Start);
                break;
            case CallMisused { Call: nameof(FinishSessionKeyRefresh) } finish:
                Add(finish.Session, ScriptAction.Finish);
                break;
        }
    }

    private void Add(int session, ScriptAction action)
    {
        if (!_bySession.TryGetValue(session, out var script))
            _bySession.Add(session, script = []);
        script.Add(action);
    }
}
