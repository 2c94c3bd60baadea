using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.World;

internal sealed partial class ScriptClientActor : ReceiveActor
{
    private const int JobBytes = 64;
    private const int NumbersPerClient = 1000;

    private readonly ScriptClient.Setup _setup;
    private readonly ScriptKeys _keys;
    private readonly Stack<byte[]> _buffers = [];
    private readonly Dictionary<long, byte[]> _open = [];
    private IActorRef _session = ActorRefs.Nobody;
    private SurfaceGeneration _stamp;
    private SessionKeyNonce? _number;
    private byte[]? _proposed;
    private int _at;
    private int _startsUnanswered;
    private long _jobs;
    private ulong _lastIv;
    private bool _hasBegun;
    private bool _nextIsSent;

    public ScriptClientActor(ScriptClient.Setup setup)
    {
        _setup = setup;
        _keys = new ScriptKeys(setup.Number);
        for (var i = 0; i < setup.Window; i++)
            _buffers.Push(new byte[JobBytes]);

        Receive<ScriptClient.Next>(_ =>
        {
            _hasBegun = true;
            _nextIsSent = false;
            if (MayGoOn)
                Do(_setup.Script[_at++]);
        });
        ReceiveTransfers();
        Receive<CryptoSession.JobCompleted>(completed => Completed(completed.Job));
        Receive<CryptoSession.JobAborted>(aborted => Free(aborted.Job));
        Receive<CryptoSession.JobRefused>(refused => Free(refused.Job));
        Receive<CryptoSession.SessionKeyRefreshStarted>(started =>
        {
            _startsUnanswered--;
            _number = started.Nonce;
        });
        Receive<CryptoSession.SessionKeyRefreshRefused>(_ => _startsUnanswered--);
        Receive<CryptoSession.KeyExchanged>(Exchanged);
        Receive<Device.SessionCreated>(created =>
        {
            _session = created.Ref;
            _stamp = created.Stamp;
            Negotiate();
        });
        Receive<CryptoSession.SessionEnded>(_ => { });
        Receive<Device.Presented>(_ => { });
        ReceiveFences();
    }

    protected override void PreStart() => _setup.Device.Tell(new Device.CreateSession(_setup.Limits));

    // Whatever happened, it may be what the next letter waited for.
    protected override bool AroundReceive(Receive receive, object message)
    {
        var handled = base.AroundReceive(receive, message);
        if (_hasBegun && !_nextIsSent && MayGoOn)
        {
            _nextIsSent = true;
            Self.Tell(ScriptClient.Next.Instance);
        }

        return handled;
    }

    // A Finish needs the number that it applies, everything needs the key that was agreed on, a job a buffer.
    private bool MayGoOn => _at < _setup.Script.Length && _proposed is null && _setup.Script[_at] switch
    {
        'F' => _startsUnanswered == 0,
        'j' or 'k' or 'r' or 'w' or 'x' or 'd' or 'e' => _buffers.Count > 0,
        _ => true,
    };

    private void Do(char letter)
    {
        switch (letter)
        {
            case 'j':
                Submit(contentKey: true, new AesCtrIv((ulong)_jobs + 1, 0));
                break;
            case 'k':
                Submit(contentKey: false, new AesCtrIv(++_lastIv, 0));
                break;
            case 'r':
                Submit(contentKey: false, new AesCtrIv(_lastIv, 0));
                break;
            case 'w':
                Submit(contentKey: false, new AesCtrIv(++_lastIv, ulong.MaxValue));
                break;
            case 'x':
                Submit(_keys.Stale.Wrapped, new AesCtrIv((ulong)_jobs + 1, 0), _keys.Stale.Epoch);
                break;
            case 'd':
                SubmitInParts(contentKey: true);
                break;
            case 'e':
                SubmitInParts(contentKey: false);
                break;
            case 'f':
                WaitForFence();
                break;
            case 'S':
                _startsUnanswered++;
                _session.Tell(new CryptoSession.BeginSessionKeyRefresh());
                break;
            case 'F':
                Finish();
                break;
            case 'N':
                Negotiate();
                break;
            case 'L':
                _session.Tell(LoseKey.Instance);
                break;
            case 'C':
                _session.Tell(CloseSession.Instance);
                break;
            case 'T':
                _setup.Device.Tell(new Device.Teardown());
                break;
            case 'D':
                _setup.Device.Tell(new Device.Teardown(ContentLost: true));
                break;
            case 'V':
                _setup.Device.Tell(new Device.Present(_stamp));
                break;
            case 'U':
                _setup.Device.Tell(Device.Suspend.Instance);
                break;
            case 'P':
                _setup.Device.Tell(Device.Resume.Instance);
                break;
            default:
                throw new InvalidOperationException($"A script has no letter '{letter}'.");
        }
    }

    private void Submit(bool contentKey, AesCtrIv iv) => Submit(contentKey ? _keys.Wrapped : null, iv);

    private void Submit(WrappedContentKey? wrapped, AesCtrIv iv, int? wrapEpoch = null) =>
        _session.Tell(Prepare(wrapped, iv) with { WrapEpoch = wrapEpoch });

    private DecryptionBlt Prepare(WrappedContentKey? wrapped, AesCtrIv iv)
    {
        var number = NextNumber();
        var buffer = _buffers.Pop();
        _open.Add(number, buffer);
        buffer.AsSpan().Fill(ClearByte(number));
        _keys.Encrypt(wrapped is not null, iv, buffer);
        return new DecryptionBlt(number, buffer, buffer, iv, EncryptedRanges.Whole, wrapped);
    }

    private long NextNumber() => (_setup.Number * NumbersPerClient) + ++_jobs;

    private void Finish()
    {
        if (_number is { } number)
            _keys.Refresh(number);
        _number = null;
        _session.Tell(FinishSessionKeyRefresh.Instance);
    }

    // What the exchange comes to behind the wrapping, which is slow and none of these workloads' business.
    private void Negotiate()
    {
        _proposed = _keys.Propose();
        _session.Tell(new NegotiateKey(new SessionKey(_proposed)));
    }

    private void Exchanged(CryptoSession.KeyExchanged exchanged)
    {
        if (exchanged.Status == DdiStatus.Ok)
        {
            _keys.Use(_proposed);
            _number = null;
        }

        _proposed = null;
        if (!_hasBegun)
            _setup.OnReady();
    }

    private void Completed(long job)
    {
        if (!_open.TryGetValue(job, out var buffer))
            return;
        var isClear = !buffer.AsSpan().ContainsAnyExcept(ClearByte(job));
        _setup.Trace.Record(new PlaintextCompared(job, isClear ? null : "the clear bytes differ"));
        Free(job);
    }

    private void Free(long job)
    {
        if (_open.Remove(job, out var buffer))
            _buffers.Push(buffer);
    }

    private static byte ClearByte(long job) => (byte)((job * 31) + 1);
}
