using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Sessions;

namespace Sim.Benchmarks.Pool;

internal sealed class PoolClientActor : ReceiveActor
{
    private readonly Memory<byte>[] _buffers;
    private readonly BufferDone[] _completions;

    // A buffer's call, made once for each session key and submitted again and again: so jobs cost no memory.
    private readonly DecryptionBlt?[] _calls;
    private readonly PoolKeys _keys = new();
    private readonly RefreshClock _clock;
    private readonly IActorRef _device;
    private IActorRef _asker = ActorRefs.Nobody;
    private IActorRef _session = ActorRefs.Nobody;
    private ReadOnlyMemory<byte> _certificate;
    private long _unsubmitted;
    private long _unended;
    private long _refreshes;
    private bool _refreshing;

    public PoolClientActor(PoolLoad load, IActorRef device)
    {
        _device = device;
        _buffers = PoolBuffers.Of(load);
        _completions = [.. _buffers.Select((_, buffer) => new BufferDone(buffer))];
        _calls = new DecryptionBlt?[_buffers.Length];
        _clock = new RefreshClock(Context.System.Scheduler, load.RefreshesPerSecond);
        Become(Opening);
    }

    protected override void PostStop() => _keys.Dispose();

    private void Opening()
    {
        Receive<PoolClient.Open>(_ =>
        {
            _asker = Sender;
            _device.Tell(Device.GetCertificate.Instance);
        });
        Receive<Device.Certificate>(certificate =>
        {
            _certificate = certificate.PublicKey;
            _device.Tell(new Device.CreateSession());
        });
        Receive<Device.SessionCreated>(created =>
        {
            _session = created.Ref;
            _session.Tell(new CryptoSession.NegotiateKeyExchange(
                DeviceKeyPair.Wrap(_certificate.Span, PoolKeys.FirstSessionKey)));
        });
        Receive<CryptoSession.KeyExchanged>(exchanged => exchanged.Status == DdiStatus.Ok, _ =>
        {
            Become(Running);
            _asker.Tell(PoolClient.Opened.Instance);
        });
        ReceiveAny(Fail);
    }

    private void Running()
    {
        Receive<BufferDone>(done => Completed(done.Buffer));
        Receive<CryptoSession.SessionKeyRefreshStarted>(Finish);
        // An engine that gets no core holds its markers up: the refresh is due again when the clock says so.
        Receive<CryptoSession.SessionKeyRefreshRefused>(refused => refused.Rule == Misuse.RefreshLimit, _ => _refreshing = false);
        Receive<PoolClient.Run>(Begin);
        ReceiveAny(Fail);
    }

    private void Begin(PoolClient.Run run)
    {
        _asker = Sender;
        _unsubmitted = _unended = run.Jobs;
        _refreshes = 0;
        _clock.Resume();
        for (var buffer = 0; buffer < _buffers.Length && _unsubmitted > 0; buffer++)
            Submit(buffer);
    }

    private void Completed(int buffer)
    {
        if (--_unended == 0)
        {
            _clock.Pause();
            _asker.Tell(new PoolClient.Ran(_refreshes));
            return;
        }

        if (!_refreshing && _clock.IsDue())
        {
            _refreshing = true;
            _session.Tell(new CryptoSession.BeginSessionKeyRefresh());
        }

        if (_unsubmitted > 0)
            Submit(buffer);
    }

    private void Submit(int buffer)
    {
        _unsubmitted--;
        _session.Tell(_calls[buffer] ??= Call(buffer));
    }

    private DecryptionBlt Call(int buffer)
    {
        var bytes = _buffers[buffer];
        return new DecryptionBlt(
            buffer,
            bytes,
            bytes,
            new AesCtrIv((ulong)buffer, 0),
            EncryptedRanges.Whole,
            _keys.WrappedContentKey,
            _completions[buffer]);
    }

    private void Finish(CryptoSession.SessionKeyRefreshStarted started)
    {
        _keys.Refresh(started.Nonce);
        Array.Clear(_calls);
        _session.Tell(FinishSessionKeyRefresh.Instance);
        _refreshing = false;
        _refreshes++;
    }

    // Nothing is ever refused here; if it is, the figures mean nothing and the run ends.
    private void Fail(object message) =>
        _asker.Tell(new Status.Failure(new InvalidOperationException($"The pool's client was told: {message}")));

    private sealed record BufferDone(int Buffer);
}
