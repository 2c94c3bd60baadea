using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Media;
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Play;

internal sealed class PlaybackClientActor : ReceiveActor
{
    private readonly PlaybackClient.Setup _setup;
    private readonly ClientKeys _keys;
    private readonly RefreshPace _pace;
    private readonly PlaybackQueue _queue = new();
    private readonly Queue<long> _again = new();
    private IActorRef _asker = ActorRefs.Nobody;
    private IActorRef _session = ActorRefs.Nobody;
    private ReadOnlyMemory<byte> _certificate;
    private int _inFlight;
    private bool _ready;
    private bool _fileEnded;
    private bool _closing;
    private bool _ended;
    private bool _failed;

    public PlaybackClientActor(PlaybackClient.Setup setup)
    {
        _setup = setup;
        _keys = new ClientKeys(setup.SessionKey.Span, setup.Keys, setup.KeyIds);
        _pace = new RefreshPace(setup.RefreshEvery == 0 ? null : new RefreshSpec { EveryJobs = setup.RefreshEvery });

        Receive<PlaybackClient.Play>(_ =>
        {
            _asker = Sender;
            setup.Device.Tell(Device.GetCertificate.Instance);
            setup.Device.Tell(new Device.CreateSession());
        });
        Receive<Device.Certificate>(certificate => _certificate = certificate.PublicKey);
        Receive<Device.SessionCreated>(Negotiate);
        Receive<Device.SessionRefused>(refused => Fail($"the device refused a session: {refused.Status}"));
        Receive<CryptoSession.KeyExchanged>(Exchanged);
        Receive<CryptoSession.SessionKeyRefreshStarted>(started =>
        {
            _pace.Started(started.Nonce);
            Advance();
        });
        Receive<CryptoSession.SessionKeyRefreshRefused>(RefreshRefused);
        Receive<CryptoSession.JobCompleted>(Completed);
        Receive<CryptoSession.JobRefused>(Refused);
        Receive<CryptoSession.JobAborted>(aborted => Fail($"job {aborted.Job} was aborted: {aborted.Reason}"));
        Receive<CryptoSession.SessionEnded>(_ =>
        {
            _ended = true;
            setup.Clear.TryComplete();
        });
        Receive<Gone>(Lost);
        Receive<PlaybackClient.ChunkRead>(read =>
        {
            _queue.Add(read.Chunk);
            Advance();
        });
        Receive<PlaybackClient.FileEnded>(_ =>
        {
            _fileEnded = true;
            Advance();
        });
        Receive<PlaybackClient.AllWritten>(_ => _asker.Tell(PlaybackClient.Played.Instance));
        Receive<PlaybackClient.EdgeFailed>(edge => Fail(edge.Failure));
        Receive<PlaybackClient.Cancel>(_ => Fail(new OperationCanceledException("cancelled")));
    }

    protected override void PreStart() => Context.WatchWith(_setup.Device, new Gone("device"));

    protected override void PreRestart(Exception reason, object message)
    {
        Fail(reason);
        base.PreRestart(reason, message);
    }

    protected override void PostStop()
    {
        _keys.Dispose();
        base.PostStop();
    }

    // After the session's ending nobody is needed any more; before it, nobody else will say that the jobs never end.
    private void Lost(Gone gone)
    {
        if (!_ended)
            Fail($"the {gone.Who} stopped before every job had ended");
    }

    private void Negotiate(Device.SessionCreated created)
    {
        _session = created.Ref;
        Context.WatchWith(_session, new Gone("session"));
        _session.Tell(new CryptoSession.NegotiateKeyExchange(
            DeviceKeyPair.Wrap(_certificate.Span, _setup.SessionKey.Span)));
    }

    private void Exchanged(CryptoSession.KeyExchanged exchanged)
    {
        if (exchanged.Status != DdiStatus.Ok)
        {
            Fail($"the session refused the key: {exchanged.Status}");
            return;
        }

        _ready = true;
        Advance();
    }

    private void Completed(CryptoSession.JobCompleted completed)
    {
        _inFlight--;
        _queue.Completed(completed.Job);
        Advance();
    }

    // Busy is no failure: the sample is submitted again, as a new job at its new position, when another job has ended.
    private void Refused(CryptoSession.JobRefused refused)
    {
        _inFlight--;
        if (refused.Reason != JobRefusal.DeviceBusy)
        {
            Fail($"job {refused.Job} was refused: {refused.Reason}");
            return;
        }

        _again.Enqueue(refused.Job);
        if (_inFlight == 0)
            Advance();
    }

    // Too many barriers are pending: the next ending may have opened one, so the Start is repeated then.
    private void RefreshRefused(CryptoSession.SessionKeyRefreshRefused refused)
    {
        if (refused.Rule != Misuse.RefreshLimit)
        {
            Fail($"the session refused a refresh: {refused.Rule}");
            return;
        }

        _pace.Refused();
        if (_inFlight == 0)
            Advance();
    }

    private void Advance()
    {
        if (!_ready || _failed)
            return;
        StartIfDue();
        while (_inFlight < _setup.Window && TrySubmit())
        {
        }

        while (_queue.TryTakeClear(out var chunk))
            _setup.Clear.TryWrite(chunk);
        if (_fileEnded && _queue.IsEmpty && !_closing)
        {
            _closing = true;
            _session.Tell(CloseSession.Instance);
        }
    }

    private bool TrySubmit()
    {
        if (_again.Count == 0 && !_queue.MoveToNext())
            return false;
        if (_pace.FinishDue && !TryFinish())
            return false;
        Submit(_again.TryDequeue(out var refused) ? refused : _queue.TakeNext());
        return true;
    }

    private bool TryFinish()
    {
        if (!_pace.TryFinish(out var nonce))
            return false;
        _keys.Refresh(nonce!.Value);
        _session.Tell(FinishSessionKeyRefresh.Instance);
        return true;
    }

    private void Submit(long job)
    {
        var (chunk, sample) = _queue.Find(job);
        var protection = sample.Protection!.Value;
        var bytes = chunk.Media.Data.Slice(sample.Offset, sample.Size);
        _session.Tell(new DecryptionBlt(
            job,
            bytes,
            bytes,
            new AesCtrIv(protection.Iv, protection.BlockCount),
            protection.SubSamples.IsEmpty ? EncryptedRanges.Whole : EncryptedRanges.SubSamples(protection.SubSamples),
            _keys[protection.Kid]));
        _inFlight++;
        _pace.Submitted();
        StartIfDue();
    }

    private void StartIfDue()
    {
        if (_pace.TakeStarts(default) > 0)
            _session.Tell(new CryptoSession.BeginSessionKeyRefresh());
    }

    private void Fail(string what) => Fail(new PlaybackException(what));

    private void Fail(Exception failure)
    {
        if (_failed)
            return;
        _failed = true;
        _setup.Clear.TryComplete();
        _asker.Tell(new Status.Failure(failure));
    }

    private sealed record Gone(string Who);
}
