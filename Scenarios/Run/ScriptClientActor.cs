using System.Collections.Immutable;
using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

// Whatever may let the script go on ends in GoOn, which sends at most one Next at a time. Where a message came before it that may
// stop the script, Next finds out anew whether the command may be done.
internal sealed class ScriptClientActor(LoadClient.Setup setup, ScriptBench bench) : SessionClientActor(setup, bench.Keys)
{
    private static readonly CryptoSession.BeginSessionKeyRefresh Start = new();

    private readonly ImmutableArray<ScriptAction> _script = setup.Group.Script;
    private int _window = setup.Group.Spec.Window;
    private int _at;
    private long _fresh;
    private ulong _lastIv;
    private bool _negotiates;
    private int _unanswered;
    private SessionKeyNonce? _nonce;
    private Pending _next;
    private bool _closed;

    // True when the session may refuse calls, since its key is lost or it is closed.
    private bool _mayBeGone = setup.Run.MayBeStruck;

    public ScriptClientActor(LoadClient.Setup setup)
        : this(setup, setup.Run.Stock.Bench(setup.Group, setup.Client))
    {
    }

    // Jobs that no engine counts: they were refused, or may have been aborted before any had them.
    private long _uncounted;

    // The value of the engine's fence for which the script waits.
    private ulong? _fence;

    private bool _reopens;

    // The stamp of what the latest completed job has written.
    private SurfaceGeneration? _written;

    private bool IsAtEnd => _at == _script.Length && bench.Again.Count == 0;

    private bool HasRoom => bench.InFlight < _window;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ScriptClient.Next:
                var isSure = _next == Pending.Sure;
                _next = Pending.None;
                if (isSure || MayGoOn())
                    Step();
                GoOn();
                break;
            case ScriptJob job:
                Completed(job);
                break;
            case CryptoSession.SessionKeyRefreshStarted started:
                _unanswered--;
                _nonce = started.Nonce;
                GoOn();
                break;
            default:
                if (_next == Pending.Sure)
                    _next = Pending.Doubtful;
                OnSeldom(message);
                break;
        }
    }

    private void OnSeldom(object message)
    {
        switch (message)
        {
            case CryptoSession.SessionKeyRefreshRefused refused:
                RefreshRefused(refused);
                break;
            case EngineFence.Reached reached when reached.Value == _fence:
            case EngineFence.Lost lost when lost.Value == _fence:
            case EngineFence.Refused refused when refused.Value == _fence:
                _fence = null;
                GoOn();
                break;
            case EngineFence.Reached or EngineFence.Lost or EngineFence.Refused:
                break;
            case CryptoSession.JobAborted aborted:
                if (aborted.Reason is AbortReason.KeyLost or AbortReason.SessionClosed)
                    Uncount();
                bench.Release(bench.Find(aborted.Job));
                Ended();
                break;
            case CryptoSession.JobRefused refused:
                Refused(refused);
                break;
            case CryptoSession.KeyExchanged exchanged when _negotiates:
                Negotiated(exchanged.Status);
                break;
            case LoadClient.Begin:
                GoOn();
                break;
            case Device.Presented:
                break;
            // The session lost its key before it had any.
            case CryptoSession.KeyExchanged { Status: not DdiStatus.Ok } when _reopens:
                Close();
                break;
            // The device is gone.
            case Device.SessionRefused when _reopens:
                _reopens = false;
                End();
                break;
            default:
                base.OnReceive(message);
                break;
        }
    }

    protected override void HasKey()
    {
        if (!_reopens)
        {
            base.HasKey();
            return;
        }

        _reopens = false;
        GoOn();
    }

    protected override void End()
    {
        if (_reopens)
        {
            _closed = false;
            _nonce = null;
            Keys.Begin();
            Open();
            return;
        }

        _at = _script.Length;
        bench.Again.Clear();
        _closed = true;
        base.End();
    }

    protected override void Fail(string what)
    {
        base.Fail(what);
        Context.Stop(Self);
    }

    private void GoOn()
    {
        if (_next != Pending.None)
            return;
        if (IsAtEnd && bench.InFlight == 0 && _fence is null && !_negotiates && !_closed && !_reopens)
        {
            Close();
        }
        else if (MayGoOn())
        {
            _next = Pending.Sure;
            Self.Tell(ScriptClient.Next.Instance, Self);
        }
    }

    private bool MayGoOn()
    {
        if (_negotiates || _reopens)
            return false;
        if (bench.Again.Count > 0)
            return HasRoom;
        if ((uint)_at >= (uint)_script.Length || _fence is not null)
            return false;
        var action = _script[_at];
        if (action == ScriptAction.Finish)
            return _unanswered == 0;
        return HasRoom || !ScriptSpec.IsJob(action);
    }

    private void Step()
    {
        if (bench.Again.TryDequeue(out var again))
        {
            Submit(again);
            return;
        }

        // Most of what scripts do: jobs.
        var action = _script[_at++];
        if (action == ScriptAction.Job)
            Submit(_fresh++);
        else
            Do(action);
    }

    private void Do(ScriptAction action)
    {
        switch (action)
        {
            case ScriptAction.Start:
                _unanswered++;
                Session.Tell(Start, Self);
                break;
            case ScriptAction.Finish:
                Finish();
                break;
            case ScriptAction.Renegotiate:
                _negotiates = true;
                Session.Tell(Keys.Renegotiate(), Self);
                break;
            case ScriptAction.ReuseIv:
                Submit(_fresh++, new AesCtrIv(_lastIv, 0)).BreaksIvRule = true;
                break;
            case ScriptAction.WrapCounter:
                Submit(_fresh++, new AesCtrIv(NextIv, ulong.MaxValue)).BreaksIvRule = true;
                break;
            case ScriptAction.StaleWrap:
                SubmitStale(_fresh++);
                break;
            case ScriptAction.WaitFence:
                _fence = (ulong)(_fresh - _uncounted);
                Run.Device.Tell(new EngineFence.Wait(Spec.Jobs.Engine!.Value, _fence.Value), Self);
                break;
            case ScriptAction.LoseKey:
                _mayBeGone = true;
                Session.Tell(LoseKey.Instance, Self);
                break;
            case ScriptAction.Close:
                Close();
                break;
            case ScriptAction.Reopen:
                _reopens = true;
                Close();
                break;
            case ScriptAction.Present:
                if (_written is { } stamp)
                    Run.Device.Tell(new Device.Present(stamp), Self);
                break;
            case var ofPlatform:
                Strike(ofPlatform);
                break;
        }
    }

    private void Strike(ScriptAction action)
    {
        _mayBeGone = true;
        Run.Device.Tell(action switch
        {
            ScriptAction.Teardown => new Device.Teardown(),
            ScriptAction.Suspend => Device.Suspend.Instance,
            _ => Device.Resume.Instance,
        });
    }

    // What is sent behind the Finish is behind it in the session's stream too, and so of the new epoch.
    private void Finish()
    {
        if (_nonce is { } number)
            Keys.Refresh(number);
        _nonce = null;
        Session.Tell(FinishSessionKeyRefresh.Instance, Self);
    }

    // What is submitted behind the answer is under the new key. A number that was pending is dropped, and so is one that is to come:
    // its Start was ahead of the negotiation, and is answered before it.
    private void Negotiated(DdiStatus status)
    {
        _negotiates = false;
        if (status == DdiStatus.Ok)
        {
            _nonce = null;
            Keys.Renegotiated();
        }
        else if (!_mayBeGone && status != DdiStatus.OutOfMemory)
        {
            Fail($"the session refused another key: {status}");
            return;
        }

        GoOn();
    }

    private void Close()
    {
        _closed = _mayBeGone = true;
        Session.Tell(CloseSession.Instance, Self);
    }

    private ulong NextIv => (ulong)bench.Submissions + 1;

    private void Submit(long job) => Submit(job, new AesCtrIv(NextIv, 0));

    private ScriptJob Submit(long job, AesCtrIv iv)
    {
        var place = Take(job, iv);
        Session.Tell(bench.Call(place, Keys.Wrapped), Self);
        return place;
    }

    private void SubmitStale(long job)
    {
        var iv = new AesCtrIv(NextIv, 0);
        var place = Take(job, iv);
        place.HasStaleWrap = true;
        var (wrapped, epoch) = Keys.Stale;
        Session.Tell(bench.Call(place, wrapped) with { WrapEpoch = epoch }, Self);
    }

    private ScriptJob Take(long job, AesCtrIv iv)
    {
        _lastIv = iv.Iv;
        return bench.Take(job, iv);
    }

    private void Completed(ScriptJob job)
    {
        if (job.Number == 0)
            throw new RunException("a job ended that was not in flight");
        var run = Run;
        var mismatch = run.Stock.Content.Difference(job.Shape, job.Content);
        var trace = run.Trace;
        if (mismatch is not null)
            Compared(job.Number, mismatch);
        else if (trace.IsEnabled)
            trace.Record(job.Agreement);
        _written = Stamp;
        bench.Release(job);
        Ended();
    }

    private void Ended()
    {
        _window = Math.Min(Spec.Window, _window + 1);
        GoOn();
    }

    // No more in flight than the session took; the window opens again with each ending.
    private void Refused(CryptoSession.JobRefused refused)
    {
        var place = bench.Find(refused.Job);
        var (job, breaksIvRule, isStale) = (place.Job, place.BreaksIvRule, place.HasStaleWrap);
        bench.Release(place);
        switch (refused.Reason)
        {
            case JobRefusal.DeviceBusy when bench.InFlight > 0:
                bench.Again.Enqueue(job);
                _window = bench.InFlight;
                break;
            case JobRefusal.IvNotIncreasing or JobRefusal.CounterWrap when breaksIvRule:
            case JobRefusal.StaleContentKey when isStale:
            case JobRefusal.EngineUnfit when Spec.Jobs.Engine is not null:
            case JobRefusal.SessionClosed or JobRefusal.KeyLost when _mayBeGone:
                Uncount();
                GoOn();
                break;
            default:
                Fail($"job {refused.Job} was refused: {refused.Reason}");
                break;
        }
    }

    // A wait that counts on such a job might not end.
    private void Uncount()
    {
        _uncounted++;
        _fence = null;
    }

    private void RefreshRefused(CryptoSession.SessionKeyRefreshRefused refused)
    {
        _unanswered--;
        if (refused.Rule == Misuse.RefreshLimit || (_mayBeGone && refused.Rule is Misuse.SessionClosed or Misuse.KeyLost))
            GoOn();
        else
            Fail($"the session refused a refresh: {refused.Rule}");
    }

    // Whether a Next comes, and whether what it is for may be done whatever has come since it was sent.
    private enum Pending : byte
    {
        None,
        Doubtful,
        Sure,
    }
}
