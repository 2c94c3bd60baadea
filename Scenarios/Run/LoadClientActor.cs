using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

// Opening (its session and key), loading, stopping (submits nothing any more), ended. The first three differ in what the
// client does next, not in what it may be told: answers to what it sent before may still come in the next one.
internal sealed class LoadClientActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MemoryRetryAfter = TimeSpan.FromMilliseconds(250);

    private readonly LoadClient.Setup _setup;
    private readonly LoadRun _run;
    private readonly SessionSpec _spec;
    private readonly JobSource _source;
    private readonly JobsInFlight _inFlight;
    private readonly ArrivalPace _arrivals;
    private readonly RefreshPace _refreshes;
    private readonly SessionFaults _faults;
    private readonly LoadKeys _keys;
    private IActorRef _session = ActorRefs.Nobody;
    private ReadOnlyMemory<byte> _certificate;
    private TimeSpan _begin;
    private TimeSpan _wakeAt = TimeSpan.MaxValue;
    private TimeSpan? _submitAgainAt;
    private TimeSpan? _startAgainAt;
    private long _submissions;
    private int _window;
    private bool _loading;
    private bool _keyLost;
    private bool _closed;
    private bool _over;

    public LoadClientActor(LoadClient.Setup setup)
    {
        (_setup, _run, _spec) = (setup, setup.Run, setup.Group.Spec);
        _source = new JobSource(_spec.Jobs);
        _inFlight = new JobsInFlight(_run.Content, _run.Buffers);
        _arrivals = setup.Group.Arrivals(setup.Index);
        _refreshes = setup.Group.Refreshes(setup.Index);
        _faults = new SessionFaults(setup.Group.Faults);
        _window = _spec.Window;
        _keys = MakeKeys();

        Receive<CryptoSession.JobCompleted>(Completed);
        Receive<Wake>(_ =>
        {
            _wakeAt = TimeSpan.MaxValue;
            Advance();
        });
        Receive<CryptoSession.SessionKeyRefreshStarted>(started =>
        {
            _refreshes.Started(started.Nonce);
            Advance();
        });
        Receive<CryptoSession.SessionKeyRefreshRefused>(RefreshRefused);
        Receive<CryptoSession.JobRefused>(Refused);
        Receive<CryptoSession.JobAborted>(Aborted);
        Receive<LoadClient.Begin>(begin =>
        {
            (_begin, _loading) = (begin.At, true);
            Advance();
        });
        Receive<Device.Certificate>(certificate => _certificate = certificate.PublicKey);
        Receive<Device.SessionCreated>(Negotiate);
        Receive<Device.SessionRefused>(refused => Fail($"the device refused a session: {refused.Status}"));
        Receive<CryptoSession.KeyExchanged>(Exchanged);
        Receive<CryptoSession.SessionEnded>(_ => End());
        Receive<SessionGone>(_ => Fail("the session stopped before it had ended"));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        _run.Device.Tell(Device.GetCertificate.Instance);
        _run.Device.Tell(new Device.CreateSession(_spec.Limits));
    }

    protected override void PostStop()
    {
        _keys.Dispose();
        base.PostStop();
    }

    private LoadKeys MakeKeys()
    {
        Span<byte> session = stackalloc byte[SessionKey.Size];
        Span<byte> content = stackalloc byte[AesKey.Size];
        _run.WriteSessionKey(_setup.Client, session);
        _run.WriteContentKey(_setup.Client, content);
        return new LoadKeys(session, _spec.Jobs.ContentKey ? content : default);
    }

    private void Negotiate(Device.SessionCreated created)
    {
        _session = created.Ref;
        Context.WatchWith(_session, SessionGone.Instance);
        Span<byte> key = stackalloc byte[SessionKey.Size];
        _run.WriteSessionKey(_setup.Client, key);
        _session.Tell(new CryptoSession.NegotiateKeyExchange(DeviceKeyPair.Wrap(_certificate.Span, key)));
        _certificate = default;
    }

    private void Exchanged(CryptoSession.KeyExchanged exchanged)
    {
        if (exchanged.Status == DdiStatus.Ok)
            _setup.Owner.Tell(new LoadClient.Ready(_setup.Client));
        else
            Fail($"the session refused the key: {exchanged.Status}");
    }

    private void Completed(CryptoSession.JobCompleted completed)
    {
        var mismatch = _inFlight.Complete(completed.Job);
        if (_run.Trace.IsEnabled)
            _run.Trace.Record(new PlaintextCompared(completed.Job, mismatch));
        Freed();
    }

    // Faults abort jobs; the trace has the reason. What their buffers hold is undefined, so it is not compared.
    private void Aborted(CryptoSession.JobAborted aborted)
    {
        _inFlight.Drop(aborted.Job);
        Freed();
    }

    private void Refused(CryptoSession.JobRefused refused)
    {
        var job = _inFlight.Drop(refused.Job);
        switch (refused.Reason)
        {
            case JobRefusal.DeviceBusy:
                _source.Return(job);
                HoldBack(RetryAfter);
                Advance();
                break;
            case JobRefusal.SessionClosed or JobRefusal.KeyLost when !_loading:
                Advance();
                break;
            default:
                Fail($"job {refused.Job} was refused: {refused.Reason}");
                break;
        }
    }

    private void RefreshRefused(CryptoSession.SessionKeyRefreshRefused refused)
    {
        switch (refused.Rule)
        {
            // Too many barriers are pending: the next ending may have opened one, so the Start is repeated then.
            case Misuse.RefreshLimit:
                _refreshes.Refused();
                _startAgainAt = AnEndingOrAfter(RetryAfter);
                Advance();
                break;
            case Misuse.SessionClosed or Misuse.KeyLost when !_loading:
                break;
            default:
                Fail($"the session refused a refresh: {refused.Rule}");
                break;
        }
    }

    // No more in flight than the device took; the window opens again with each ending.
    private void HoldBack(TimeSpan time)
    {
        _window = Math.Max(1, _inFlight.Count);
        _submitAgainAt = AnEndingOrAfter(time);
    }

    // An ending clears it; where none is to come, a short time does.
    private TimeSpan AnEndingOrAfter(TimeSpan time) => _inFlight.Count == 0 ? Elapsed + time : TimeSpan.MaxValue;

    private void Freed()
    {
        _window = Math.Min(_spec.Window, _window + 1);
        _submitAgainAt = _startAgainAt = null;
        Advance();
    }

    private TimeSpan Elapsed => Context.System.Scheduler.HighResMonotonicClock - _begin;

    private void Advance()
    {
        var elapsed = Elapsed;
        if (_loading && _faults.By(elapsed) is { } fault)
            Strike(fault);
        if (elapsed >= _submitAgainAt)
            _submitAgainAt = null;
        if (elapsed >= _startAgainAt)
            _startAgainAt = null;
        while (_loading && _source.HasNext(elapsed) && Refresh(elapsed) && MaySubmit(elapsed))
            Submit();
        if (!_closed && IsDone(elapsed))
            Close();
        if (_loading)
            WakeUpFor(elapsed);
    }

    // False while jobs must wait for a refresh, or for nothing any more.
    private bool Refresh(TimeSpan elapsed)
    {
        while (_loading)
        {
            if (_startAgainAt is null)
                Start(elapsed);
            if (!_refreshes.FinishDue)
                break;
            if (!_loading || !_refreshes.TryFinish(out var nonce))
                return false;
            if (nonce is { } number)
                _keys.Refresh(number);
            Finish();
        }

        return _loading;
    }

    private void Start(TimeSpan elapsed)
    {
        for (var calls = _refreshes.TakeStarts(elapsed); calls > 0 && _loading; calls--)
        {
            _session.Tell(new CryptoSession.BeginSessionKeyRefresh());
            Strike(_faults.BehindStart());
        }
    }

    private void Finish()
    {
        for (var calls = _refreshes.FinishCalls; calls > 0 && _loading; calls--)
        {
            _session.Tell(FinishSessionKeyRefresh.Instance);
            Strike(_faults.BehindFinish());
        }
    }

    private bool MaySubmit(TimeSpan elapsed) =>
        _inFlight.Count < _window && _submitAgainAt is null && _arrivals.DueAt(_source.Next) <= elapsed;

    private void Submit()
    {
        var job = _source.Next;
        var shape = _run.Content.Draw(_setup.Client, job, _spec.Jobs.SizeMin, _spec.Jobs.SizeMax);
        if (!_run.Buffers.TryRent(shape.Size, out var buffer))
        {
            HoldBack(MemoryRetryAfter);
            return;
        }

        _source.Take();
        var number = _run.JobNumber(_setup.Client, _submissions++);
        var iv = new AesCtrIv((ulong)_submissions, 0);
        var bytes = buffer.AsMemory(0, shape.Size);
        _keys.Encrypt(iv, _setup.Group.Ranges, _run.Content.Of(shape), bytes.Span);
        _inFlight.Add(number, job, shape, buffer);
        _session.Tell(new DecryptionBlt(number, bytes, bytes, iv, _setup.Group.Ranges, _keys.Wrapped));
        _refreshes.Submitted();
        Strike(_faults.BehindJob(job));
    }

    private void Strike(FaultAction? fault)
    {
        switch (fault)
        {
            case FaultAction.Close:
                _loading = false;
                Close();
                break;
            case FaultAction.LoseKey:
                (_loading, _keyLost) = (false, true);
                _session.Tell(LoseKey.Instance);
                break;
        }
    }

    private bool IsDone(TimeSpan elapsed) =>
        _inFlight.Count == 0 && (_loading ? !_source.HasNext(elapsed) : _keyLost);

    private void Close()
    {
        _loading = false;
        _closed = true;
        _session.Tell(CloseSession.Instance);
    }

    // Whatever frees the client sooner tells it so; this is for what only time brings.
    private void WakeUpFor(TimeSpan elapsed)
    {
        var next = Earliest(_faults.NextAt, _spec.Jobs.For > elapsed ? _spec.Jobs.For : null);
        if (_source.HasNext(elapsed))
        {
            next = Earliest(next, _submitAgainAt);
            next = Earliest(next, _startAgainAt);
            if (_startAgainAt is null)
                next = Earliest(next, _refreshes.NextAt);
            // What is due already waits for something else, as a job does for the refresh that goes before it.
            if (_inFlight.Count < _window && _submitAgainAt is null && _arrivals.DueAt(_source.Next) is var due && due > elapsed)
                next = Earliest(next, due);
        }

        if (next is not { } at || at >= _wakeAt)
            return;
        _wakeAt = at;
        Timers.StartSingleTimer(nameof(Wake), Wake.Instance, at > elapsed ? at - elapsed : TimeSpan.Zero);
    }

    private static TimeSpan? Earliest(TimeSpan? one, TimeSpan? other) => one < other || other is null ? one : other;

    private void End()
    {
        if (_over)
            return;
        _over = true;
        _setup.Owner.Tell(new LoadClient.Ended(_setup.Client));
        Context.Stop(Self);
    }

    private void Fail(string what)
    {
        if (_over)
            return;
        (_over, _loading) = (true, false);
        _setup.Owner.Tell(new LoadClient.Failed(_setup.Client, what));
        Context.Stop(Self);
    }

    private sealed record Wake
    {
        public static Wake Instance { get; } = new();
    }

    private sealed record SessionGone
    {
        public static SessionGone Instance { get; } = new();
    }
}
