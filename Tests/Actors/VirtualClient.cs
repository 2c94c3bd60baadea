using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Actors;

/// <summary>
/// A client that does one thing a step: negotiates by handing over a key, then rounds of jobs, Start and Finish, and closes
/// when the last job has ended. It compares the clear bytes.
/// </summary>
internal sealed class VirtualClient
{
    private const int JobBytes = 64;

    private readonly ITrace _trace;
    private readonly int _jobsPerRound;
    private readonly Dictionary<long, DecryptionBlt> _open = [];
    private readonly byte[] _key = [.. DeviceRig.FirstKey];
    private IActorRef _session = ActorRefs.Nobody;
    private long _lastJob;
    private int _roundsLeft;

    public VirtualClient(ITrace trace, int number, int rounds, int jobsPerRound)
    {
        (_trace, _lastJob, _roundsLeft, _jobsPerRound) = (trace, number * 1000, rounds, jobsPerRound);
        _key[0] ^= (byte)number;
    }

    /// <summary>What it was told at each ending.</summary>
    public List<object> Endings { get; } = [];

    /// <summary>Jobs that it submitted.</summary>
    public int Submitted { get; private set; }

    public bool HasEnded { get; private set; }

    /// <summary>What its actor does with a message.</summary>
    public void Handle(object message, IActorRef self)
    {
        switch (message)
        {
            case IActorRef device:
                device.Tell(new Device.CreateSession());
                break;
            case Device.SessionCreated created:
                _session = created.Ref;
                _session.Tell(new NegotiateKey(new SessionKey(_key)));
                break;
            case CryptoSession.KeyExchanged:
                self.Tell(new Submit(_jobsPerRound));
                break;
            case Submit submit:
                Go(submit.Left, self);
                break;
            case CryptoSession.SessionKeyRefreshStarted started:
                _session.Tell(FinishSessionKeyRefresh.Instance);
                Xor(started.Nonce);
                self.Tell(new Submit(--_roundsLeft > 0 ? _jobsPerRound : 0));
                break;
            case CryptoSession.JobCompleted completed:
                Compare(completed.Job);
                End(completed.Job, message);
                break;
            case CryptoSession.JobAborted aborted:
                End(aborted.Job, message);
                break;
            case CryptoSession.SessionEnded:
                HasEnded = true;
                break;
            default:
                throw new InvalidOperationException($"{message} was not expected.");
        }
    }

    private void Go(int left, IActorRef self)
    {
        if (left > 0)
        {
            var (blt, _) = DeviceRig.JobOf(++_lastJob, _key, JobBytes);
            _open.Add(blt.Job, blt);
            Submitted++;
            _session.Tell(blt);
            self.Tell(new Submit(left - 1));
        }
        else if (_roundsLeft > 0)
        {
            _session.Tell(new CryptoSession.BeginSessionKeyRefresh());
        }
        else
        {
            CloseIfDone();
        }
    }

    private void End(long job, object ending)
    {
        Endings.Add(ending);
        _open.Remove(job);
        CloseIfDone();
    }

    private void CloseIfDone()
    {
        if (_roundsLeft == 0 && _open.Count == 0)
            _session.Tell(CloseSession.Instance);
    }

    private void Compare(long job)
    {
        var isClear = _open[job].Destination.Span.IndexOfAnyExcept((byte)job) < 0;
        _trace.Record(new PlaintextCompared(job, isClear ? null : "the clear bytes differ"));
    }

    private void Xor(SessionKeyNonce nonce)
    {
        Span<byte> number = stackalloc byte[SessionKeyNonce.Size];
        nonce.Write(number);
        for (var i = 0; i < number.Length; i++)
            _key[i] ^= number[i];
    }

    private sealed record Submit(int Left);
}
