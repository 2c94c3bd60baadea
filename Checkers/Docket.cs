using Sim.Actors.Tracing;

namespace Sim.Checkers;

// What is open: a row for each job and each session, which all properties of a set share. So a job or a session is looked up once for
// each event. Rows stay where they were and are used again, so that a job costs no allocation.
internal sealed class Docket
{
    private readonly Rows<OpenJob> _jobs = new(static () => new OpenJob());
    private readonly Rows<OpenSession> _sessions = new(static () => new OpenSession());
    private readonly Rows<OpenSlot> _slots = new(static () => new OpenSlot());

    private long _accepted;
    private long _bytes;
    private long _refreshes;
    private long _completed;
    private long _aborted;
    private long _refused;

    // What was counted before this run.
    private JobCounts _before;

    // True until something happens that those must be told of jobs for who need not be otherwise.
    public bool IsQuiet { get; private set; } = true;

    // Of all runs.
    public JobCounts Counts => new(_accepted, _bytes, _refreshes, _completed, _aborted, _refused);

    // What has happened to any job so far.
    public bool HasAccepted => _accepted > _before.Jobs;

    public bool HasHandedOut { get; private set; }

    public bool HasEnded => _completed > _before.Completed || _aborted > _before.Aborted;

    // Of jobs that one session had on engines together.
    public bool HasMixedEpochs { get; private set; }

    // New keys of sessions, and the ends of their keys.
    public long KeyChanges { get; private set; }

    // A client compared clear bytes.
    public bool HasCompared { get; private set; }

    public bool HasJobs => _jobs.Count > 0;

    public bool HasSessions => _sessions.Count > 0;

    public void Wake() => IsQuiet = false;

    public OpenJob? Find(long job) => _jobs.Find(job);

    public OpenJob JobOf(long number)
    {
        var job = _jobs.Open(number, out var isNew);
        if (isNew)
            job.Begin();
        return job;
    }

    public OpenSession SessionOf(int number) => _sessions.Find(number) ?? OpenSession(number);

    public OpenSlot SlotOf(int number) => _slots.Find(number) ?? OpenSlot(number);

    public void Accept(in Submission submitted, OpenJob job, OpenSession session)
    {
        _accepted++;
        _bytes += submitted.Bytes;
        if (!job.IsHandedOut)
            Join(job, session);
        job.Accept(submitted);
    }

    public void HandOut(in Dispatch dispatched, OpenJob job, OpenSession session)
    {
        HasHandedOut = true;
        if (job.IsHandedOut)
            job.Session!.OnEngines--;
        Join(job, session);
        HasMixedEpochs |= session.OnEngines > 0 && session.EpochOnEngines != dispatched.Epoch;
        session.EpochOnEngines = dispatched.Epoch;
        session.OnEngines++;
        job.HandOut(dispatched);
    }

    public OpenJob? Complete(long number)
    {
        _completed++;
        return End(number);
    }

    public OpenJob? Abort(long number)
    {
        _aborted++;
        return End(number);
    }

    public void Refuse() => _refused++;

    public void Start(OpenSession session) => session.HasNumber = true;

    public void Negotiate(KeyNegotiated negotiated, OpenSession session)
    {
        KeyChanges++;
        if (negotiated.Epoch > 0)
            session.BeginSwitch(negotiated.Epoch);
    }

    public void Finish(RefreshFinished finished, OpenSession session)
    {
        _refreshes++;
        KeyChanges++;
        session.BeginSwitch(finished.Epoch);
    }

    // Key switches that are given up are told nevertheless.
    public void Lose(OpenSession session)
    {
        KeyChanges++;
        session.HasNumber = false;
    }

    public void Close(OpenSession session)
    {
        KeyChanges++;
        session.GiveUpSwitches();
    }

    // While they agree there is nothing to tell.
    public void Compare(PlaintextCompared compared)
    {
        HasCompared = true;
        if (compared.Mismatch is not null)
            Wake();
    }

    public void Leave(OpenSession session)
    {
        if (--session.Jobs == 0)
            ForgetIfBlank(session);
    }

    public void ForgetIfBlank(OpenSession session)
    {
        if (session.IsBlank)
            _sessions.Close(session.Number);
    }

    // In the order of their numbers.
    public IEnumerable<OpenJob> Jobs() => _jobs.InOrder();

    public IEnumerable<OpenSession> Sessions() => _sessions.InOrder();

    public void Clear()
    {
        _jobs.Clear();
        _sessions.Clear();
        _slots.Clear();
        IsQuiet = true;
        _before = Counts;
        (HasHandedOut, HasMixedEpochs, HasCompared, KeyChanges) = (false, false, false, 0);
    }

    // What it was is in its row until the next job comes.
    private OpenJob? End(long number)
    {
        var job = _jobs.Close(number);
        if (job is not { IsAccepted: true })
            Wake();
        if (job is { IsHandedOut: true })
            job.Session!.OnEngines--;
        return job;
    }

    private void Join(OpenJob job, OpenSession session)
    {
        var before = job.Session;
        if (before == session)
            return;
        job.Session = session;
        session.Jobs++;
        if (before is not null)
            Leave(before);
    }

    private OpenSession OpenSession(int number)
    {
        var session = _sessions.Open(number, out _);
        session.Begin();
        return session;
    }

    private OpenSlot OpenSlot(int number)
    {
        var slot = _slots.Open(number, out _);
        slot.Begin();
        return slot;
    }
}
