using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Sim.Testing.Clients;

namespace Sim.Testing.ContentProtection;

/// <summary>
/// A crypto session as its client sees it. What it sends is a step each, in the order of its script; what it waits for comes in
/// any order. Clear bytes are compared with what was encrypted as soon as a job completes.
/// </summary>
public sealed class ProtectedSession
{
    /// <summary>Bytes of a job.</summary>
    public const int JobBytes = 64;

    // Numbers are unique on the device, and do not depend on what other sessions do.
    private const long JobsMax = 1_000;

    private readonly ClientKeys _keys;
    private readonly ITrace _trace;
    private readonly Dictionary<long, (byte[] Clear, Memory<byte> Destination)> _open = [];
    private readonly Dictionary<long, JobOutcome> _outcomes = [];
    private SessionKeyNonce? _number;
    private long _jobs;

    internal ProtectedSession(Client client, Device.SessionCreated created, ClientKeys keys, ITrace trace)
    {
        (Client, Number, Ref, _keys, _trace) = (client, created.Session, created.Ref, keys, trace);
        client.Sees = Note;
    }

    /// <summary>Its client.</summary>
    public Client Client { get; }

    /// <summary>Its number on the device.</summary>
    public int Number { get; }

    /// <summary>Its actor.</summary>
    public IActorRef Ref { get; }

    /// <summary>The newest epoch that the client knows, from 0.</summary>
    public int Epoch => _keys.Epoch;

    /// <summary>What has become of its jobs so far, by number.</summary>
    public IReadOnlyDictionary<long, JobOutcome> Outcomes => _outcomes;

    /// <summary>Submits jobs, each of <see cref="JobBytes"/> bytes, for the newest epoch.</summary>
    /// <param name="jobs">How many.</param>
    /// <returns>The number of the last one.</returns>
    public long Submit(int jobs = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        for (var i = 1; i < jobs; i++)
            SubmitFor(Epoch);
        return SubmitFor(Epoch);
    }

    /// <summary>Submits a job for an epoch, whether it is in force or not: what a client does that has missed a refresh.</summary>
    /// <param name="epoch">The epoch whose key wraps the content key, or encrypts; from 0 to <see cref="Epoch"/>.</param>
    /// <returns>The job's number.</returns>
    public long SubmitFor(int epoch)
    {
        if (_jobs + 1 == JobsMax)
            throw new InvalidOperationException($"{Client.Name} has submitted {_jobs} jobs: more have no number.");
        var job = (Number * JobsMax) + ++_jobs;
        var clear = new byte[JobBytes];
        Array.Fill(clear, (byte)job);
        var encrypted = new byte[JobBytes];
        var iv = new AesCtrIv((ulong)job, 0);
        var wrapped = _keys.Encrypt(epoch, iv, clear, encrypted);
        _open.Add(job, (clear, encrypted));
        Client.Tell(Ref, new DecryptionBlt(job, encrypted, encrypted, iv, EncryptedRanges.Whole, wrapped));
        return job;
    }

    /// <summary>Asks for a random number, and knows the next key when it is there.</summary>
    /// <returns>False when the session refused; the client goes on with the keys that it has.</returns>
    public async Task<bool> StartRefresh()
    {
        Client.Tell(Ref, new CryptoSession.BeginSessionKeyRefresh());
        var answer = await Client.Expect<object>(
            "the random number of a refresh",
            message => message is CryptoSession.SessionKeyRefreshStarted or CryptoSession.SessionKeyRefreshRefused);
        _number = (answer as CryptoSession.SessionKeyRefreshStarted)?.Nonce;
        return _number is not null;
    }

    /// <summary>Finishes the refresh that was started: from here on the client uses the new key, without waiting for anything.</summary>
    public void FinishRefresh()
    {
        Client.Tell(Ref, FinishSessionKeyRefresh.Instance);
        if (_number is { } number)
            _keys.Refresh(number);
        _number = null;
    }

    /// <summary>Refreshes the key: starts, waits for the random number, finishes.</summary>
    /// <exception cref="ExpectationException">The session refused to start.</exception>
    public async Task Refresh()
    {
        if (!await StartRefresh())
            throw new ExpectationException($"{Client.Name} was refused a refresh");
        FinishRefresh();
    }

    /// <summary>Waits until the switch to an epoch has ended, however it ends.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    public async Task<SwitchReason> ExpectKeySwitch(int epoch) => (await Client.Expect<CryptoSession.SessionKeySwitched>(
        $"the key switch to epoch {epoch}", switched => switched.Epoch == epoch)).Reason;

    /// <summary>Waits until a job has ended or was refused.</summary>
    /// <param name="job">Its number.</param>
    public async Task<JobOutcome> Ending(long job)
    {
        while (!_outcomes.ContainsKey(job))
            await Client.Expect<object>($"the end of job {job}", message => OutcomeOf(message) is { } outcome && outcome.Job == job);
        return _outcomes[job];
    }

    /// <summary>Waits until every job that was submitted has ended or was refused.</summary>
    public async Task AllEnded()
    {
        while (_open.Count > 0)
            await Ending(_open.Keys.Min());
    }

    /// <summary>Closes the session and waits until nothing of it is left.</summary>
    public async Task Close()
    {
        Client.Tell(Ref, CloseSession.Instance);
        await Client.Expect<CryptoSession.SessionEnded>();
    }

    internal void Install() => Ref.Tell(_keys.Installed(), Client.Ref);

    internal KeyCheckValue CheckValueOf(int epoch) => _keys.Of(epoch).CheckValue();

    private static JobOutcome? OutcomeOf(object message) => message switch
    {
        CryptoSession.JobCompleted completed => new JobOutcome(completed.Job),
        CryptoSession.JobAborted aborted => new JobOutcome(aborted.Job, Aborted: aborted.Reason),
        CryptoSession.JobRefused refused => new JobOutcome(refused.Job, Refused: refused.Reason),
        _ => null,
    };

    private void Note(object message)
    {
        if (OutcomeOf(message) is not { } outcome)
            return;
        _outcomes[outcome.Job] = outcome;
        if (!_open.Remove(outcome.Job, out var job) || !outcome.IsCompleted)
            return;
        var same = job.Clear.AsSpan().CommonPrefixLength(job.Destination.Span);
        _trace.Record(new PlaintextCompared(
            outcome.Job, same == JobBytes ? null : $"byte {same} of {JobBytes} is not what {Client.Name} encrypted"));
    }
}
