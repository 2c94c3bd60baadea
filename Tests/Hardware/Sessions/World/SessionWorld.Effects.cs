using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Hardware.Sessions.World;

/// <summary>How the world carries out effects, and what it checks while it does.</summary>
internal sealed partial class SessionWorld
{
    private void Step(WorldSession session, SessionEvent happened)
    {
        _effects.Clear();
        session.Machine.Step(happened, _effects);
        foreach (var effect in _effects)
        {
            if (ToTrace(session.Number, effect) is { } traced)
                Record(traced);
            CarryOut(session, effect);
        }
    }

    private void Record(TraceEvent happened)
    {
        Trace.Add(happened);
        Properties.On(TimeSpan.Zero, happened);
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
            Faults.Add(otherwise);
    }

    private void CarryOut(WorldSession session, SessionEffect effect)
    {
        switch (effect.Kind)
        {
            case Kinds.Accepted:
                Accept(session, effect.Job!);
                break;
            case Kinds.Dispatch:
                Dispatch(session, effect.Job!, effect.Engine);
                break;
            case Kinds.Mark:
                _engines[effect.Engine].Take(new KeyMarker(session.Number, effect.Epoch, effect.Key));
                break;
            case Kinds.Completed:
                Record(new PlaintextCompared(effect.Job!.Job, session.Client.Mismatch(effect.Job.Blt)));
                Expect(_written.Contains(effect.Job), $"job {effect.Job.Job} completed before every byte was written");
                End(session, effect.Job);
                break;
            case Kinds.Aborted:
                Expect(
                    !_engines.Any(engine => ReferenceEquals(engine.Running, effect.Job)),
                    $"job {effect.Job!.Job} was aborted while an engine writes");
                End(session, effect.Job!);
                break;
            case Kinds.ZeroKey:
                Wipe(effect.Key!);
                break;
            case Kinds.RefreshStarted:
                session.Client.Started(effect.Nonce);
                break;
            case Kinds.RefreshFinished:
                _keysMade++;
                break;
            case Kinds.KeyLost or Kinds.Closed:
                session.Client.Over();
                break;
            case Kinds.AcquireSlot or Kinds.ReleaseSlot:
                session.ToDevice.Enqueue(effect);
                break;
            case Kinds.Ended:
                Expect(!session.HasEnded, $"session {session.Number} ended twice");
                Expect(session.Unfinished.Count == 0, $"session {session.Number} ended before its jobs");
                session.HasEnded = true;
                session.ToDevice.Enqueue(effect);
                break;
        }
    }

    private void Accept(WorldSession session, LatchedJob job)
    {
        session.Unfinished.Add(job);
        Expect(session.Unfinished.Count <= _setup.Limits.Jobs, $"session {session.Number} has accepted too many jobs");
        Expect(job.Position > session.LastPosition, $"position {job.Position} of job {job.Job} does not grow");
        Expect(job.Epoch == session.Client.Epoch, $"job {job.Job} is in epoch {job.Epoch}, not {session.Client.Epoch}");
        Expect(job.Key.CheckValue() == session.Client.CheckValue, $"job {job.Job} latched another key than its client's");
        session.LastPosition = job.Position;
    }

    private void Dispatch(WorldSession session, LatchedJob job, int engine)
    {
        Expect(session.Unfinished.Contains(job), $"job {job.Job} is handed out though it is not open");
        Expect(session.InFlight.Add(job), $"job {job.Job} is handed out twice");
        Expect(
            _setup.Policy != "drain" || session.InFlight.All(other => other.Epoch == job.Epoch),
            $"job {job.Job} of epoch {job.Epoch} is handed out while one of another epoch is in flight");
        _engines[engine].Take(job);
    }

    private void End(WorldSession session, LatchedJob job)
    {
        Expect(session.Unfinished.Remove(job), $"job {job.Job} ended though it was not open");
        session.InFlight.Remove(job);
        _written.Remove(job);
    }

    private void Wipe(SessionKey key)
    {
        Expect(_wiped.Add(key), "a key was wiped twice");
        Expect(
            !_sessions.Any(session => session.Unfinished.Exists(job => ReferenceEquals(job.Key, key))),
            "a key was wiped while an unfinished job has latched it");
        key.Zero();
    }

    private void CheckRest()
    {
        foreach (var session in _sessions)
            Expect(session.Unfinished.Count == 0, $"{session.Unfinished.Count} jobs of session {session.Number} never ended");
        Expect(_slots.Waiting == 0, "a session still waits for a slot");
        Expect(_slots.Referenced == 0, "a slot is still referenced");
    }

    private void CheckEnd()
    {
        Expect(_sessions.All(session => session.HasEnded), "a session has not ended");
        Expect(_wiped.Count == _keysMade, $"{_wiped.Count} of {_keysMade} keys were wiped");
        Expect(_wiped.All(key => key.IsZeroed), "a key was used again after it was wiped");
    }

    private static TraceEvent? ToTrace(int session, SessionEffect effect) => effect.Kind switch
    {
        Kinds.Accepted => new JobSubmitted(
            session,
            effect.Job!.Job,
            effect.Job.Position,
            effect.Job.Epoch,
            effect.Job.Blt.Source.Length,
            KeystreamUse.Of(effect.Job.Blt)),
        Kinds.Dispatch => new JobDispatched(session, effect.Job!.Job, effect.Job.Epoch, effect.Engine, effect.Slot),
        Kinds.Completed => new JobCompleted(session, effect.Job!.Job, effect.Engine),
        Kinds.Aborted => new JobAborted(session, effect.Job!.Job, effect.Abort),
        Kinds.Refused => new JobRefused(session, effect.JobNumber, effect.Refusal),
        Kinds.Negotiated => new KeyNegotiated(session, effect.Position, effect.Epoch, effect.CheckValue),
        Kinds.RefreshStarted => new RefreshStarted(session, effect.Nonce),
        Kinds.RefreshFinished => new RefreshFinished(session, effect.Position, effect.Epoch),
        Kinds.KeySwitched => new KeySwitched(session, effect.Epoch, effect.CheckValue, effect.Reason),
        Kinds.Misuse => new CallMisused(session, effect.Call!, effect.Rule),
        Kinds.KeyLost => new SessionKeyLost(session),
        Kinds.Closed => new SessionClosed(session),
        _ => null,
    };
}
