using Akka.Actor;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;

namespace Sim.Scenarios.Run;

// Opening (its session and key), loading, stopping (submits nothing any more), ended. The first three differ in what the
// client does next, not in what it may be told: answers to what it sent before may still come in the next one.
internal sealed partial class LoadClientActor : SessionClientActor, IWithTimers
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MemoryRetryAfter = TimeSpan.FromMilliseconds(250);

    private readonly JobContent _content;
    private readonly JobBuffers _buffers;
    private readonly JobSource _source;
    private readonly JobsInFlight _inFlight;
    private readonly ArrivalPace _arrivals;
    private RefreshPace _refreshes;
    private readonly SessionFaults _faults;
    private readonly int _index;
    private TimeSpan _begin;
    private TimeSpan _wakeAt = TimeSpan.MaxValue;
    private TimeSpan? _submitAgainAt;
    private TimeSpan? _startAgainAt;
    private long _submissions;
    private int _window;
    private bool _loading;
    private bool _keyLost;
    private bool _closed;

    public LoadClientActor(LoadClient.Setup setup)
        : base(setup, setup.Run.Stock.MakeKeys(setup.Client, setup.Group.Spec.Jobs.ContentKey))
    {
        (_content, _buffers) = (Run.Stock.Content, Run.Stock.Buffers);
        _source = new JobSource(Spec.Jobs);
        _inFlight = new JobsInFlight(_content, _buffers);
        _arrivals = Group.Arrivals(setup.Index);
        _refreshes = Group.Refreshes(setup.Index);
        _faults = new SessionFaults(Group.Faults);
        _window = Spec.Window;
        _index = setup.Index;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        Keys.Dispose();
        base.PostStop();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case var _ when IsSplit && OnTransfer(message):
                break;
            case CryptoSession.JobCompleted completed:
                Completed(completed);
                break;
            case Wake:
                _wakeAt = TimeSpan.MaxValue;
                Advance();
                break;
            case CryptoSession.SessionKeyRefreshStarted started:
                _refreshes.Started(started.Nonce);
                Advance();
                break;
            case CryptoSession.SessionKeyRefreshRefused refused:
                RefreshRefused(refused);
                break;
            case CryptoSession.JobRefused refused:
                Refused(refused);
                break;
            case CryptoSession.JobAborted aborted:
                Aborted(aborted);
                break;
            case LoadClient.Begin begin:
                (_begin, _loading) = (begin.At, true);
                Advance();
                break;
            case SessionGone:
                Fail("the session stopped before it had ended");
                break;
            case var _ when Spec.Reopen && OnReopening(message):
                break;
            default:
                base.OnReceive(message);
                break;
        }
    }

    protected override void Opened()
    {
        Context.WatchWith(Session, SessionGone.Instance);
        base.Opened();
    }

    protected override void End()
    {
        if (MayReopen)
        {
            Reopen();
            return;
        }

        base.End();
        Context.Stop(Self);
    }

    protected override void Fail(string what)
    {
        _loading = false;
        base.Fail(what);
        Context.Stop(Self);
    }

    private void Completed(CryptoSession.JobCompleted completed)
    {
        Compared(completed.Job, _inFlight.Complete(completed.Job));
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
            case JobRefusal.EngineUnfit when Spec.Jobs.Engine is not null:
                Freed();
                break;
            case JobRefusal.SessionClosed or JobRefusal.KeyLost when !_loading || Run.MayBeStruck:
                if (Spec.Reopen)
                    _source.Return(job);
                Gone(refused.Reason == JobRefusal.KeyLost);
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
            case Misuse.SessionClosed or Misuse.KeyLost when !_loading || Run.MayBeStruck:
                Gone(refused.Rule == Misuse.KeyLost);
                break;
            default:
                Fail($"the session refused a refresh: {refused.Rule}");
                break;
        }
    }

    // When somebody else closed the session or took its key, what is in flight must still end.
    private void Gone(bool keyLost)
    {
        if (_loading)
            (_loading, _keyLost, _closed) = (false, keyLost, !keyLost);
        Advance();
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
        _window = Math.Min(Spec.Window, _window + 1);
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
                Keys.Refresh(number);
            Finish();
        }

        return _loading;
    }

    private void Start(TimeSpan elapsed)
    {
        for (var calls = _refreshes.TakeStarts(elapsed); calls > 0 && _loading; calls--)
        {
            Session.Tell(new CryptoSession.BeginSessionKeyRefresh());
            Strike(_faults.BehindStart());
        }
    }

    private void Finish()
    {
        for (var calls = _refreshes.FinishCalls; calls > 0 && _loading; calls--)
        {
            Session.Tell(FinishSessionKeyRefresh.Instance);
            Strike(_faults.BehindFinish());
        }
    }

    private bool MaySubmit(TimeSpan elapsed) =>
        _inFlight.Count < _window && _submitAgainAt is null && _arrivals.DueAt(_source.Next) <= elapsed;

    private void Submit()
    {
        var job = _source.Next;
        var shape = _content.Draw(Client, job, Spec.Jobs.SizeMin, Spec.Jobs.SizeMax);
        if (!_buffers.TryRent(shape.Size, out var buffer))
        {
            HoldBack(MemoryRetryAfter);
            return;
        }

        _source.Take();
        var number = Run.Stock.JobNumber(Client, _submissions++);
        var iv = new AesCtrIv((ulong)_submissions, 0);
        var bytes = buffer.AsMemory(0, shape.Size);
        Keys.Encrypt(iv, Group.Ranges, _content.Of(shape), bytes.Span);
        _inFlight.Add(number, job, shape, buffer);
        Send(new DecryptionBlt(number, bytes, bytes, iv, Group.Ranges, Keys.Wrapped, Engine: Spec.Jobs.Engine));
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
                Session.Tell(LoseKey.Instance);
                break;
        }
    }

    private bool IsDone(TimeSpan elapsed) =>
        _inFlight.Count == 0 && (_loading ? !_source.HasNext(elapsed) : _keyLost);

    private void Close()
    {
        _loading = false;
        _closed = true;
        Session.Tell(CloseSession.Instance);
    }

    // Whatever frees the client sooner tells it so; this is for what only time brings.
    private void WakeUpFor(TimeSpan elapsed)
    {
        var next = Earliest(_faults.NextAt, Spec.Jobs.For > elapsed ? Spec.Jobs.For : null);
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

    private sealed record Wake
    {
        public static Wake Instance { get; } = new();
    }

    private sealed record SessionGone
    {
        public static SessionGone Instance { get; } = new();
    }
}
