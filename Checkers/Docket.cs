using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

// What is open: a row for each job and each session, which all properties of a set share. So a job or a session is looked up once for
// each event. Rows stay where they were and are used again, so that a job costs no allocation.
internal sealed class Docket
{
    private readonly NumberTable<OpenJob?> _jobs = new();
    private readonly NumberTable<OpenSession?> _sessions = new();

    // True until something happens that those must be told of jobs for who need not be otherwise.
    public bool IsQuiet { get; private set; } = true;

    public bool HasHandedOut { get; private set; }

    public void Wake() => IsQuiet = false;

    public OpenJob? Find(long job) => _jobs.TryGet(job, out var open) ? open : null;

    public OpenJob JobOf(long number)
    {
        ref var row = ref _jobs.Add(number, out var isNew);
        var job = row ??= new OpenJob();
        if (isNew)
            job.Begin(number);
        return job;
    }

    public OpenSession SessionOf(int number)
    {
        ref var row = ref _sessions.Add(number, out var isNew);
        var session = row ??= new OpenSession();
        if (isNew)
            session.Begin(number);
        return session;
    }

    public void Accept(JobSubmitted submitted, OpenJob job, OpenSession session)
    {
        if (job.HandedOut is null)
            Join(job, session);
        job.Accept(submitted);
    }

    public void HandOut(JobDispatched dispatched, OpenJob job, OpenSession session)
    {
        HasHandedOut = true;
        Join(job, session);
        job.HandOut(dispatched);
    }

    // The row is valid until the next job comes.
    public OpenJob? Close(long number) => _jobs.Release(number, out var job) ? job : null;

    public void Leave(OpenSession session)
    {
        if (--session.Jobs == 0)
            ForgetIfBlank(session);
    }

    public void ForgetIfBlank(OpenSession session)
    {
        if (session.IsBlank)
            _sessions.Release(session.Number, out _);
    }

    public void Clear()
    {
        _jobs.Clear();
        _sessions.Clear();
        (IsQuiet, HasHandedOut) = (true, false);
    }

    // By number: for the end of a run, and for what is rare.
    public IEnumerable<OpenJob> Jobs() => _jobs.All().OrderBy(open => open.Number).Select(open => open.Value!);

    public IEnumerable<OpenSession> Sessions() => _sessions.All().OrderBy(open => open.Number).Select(open => open.Value!);

    public bool HasJobs => _jobs.Count > 0;

    public bool HasSessions => _sessions.Count > 0;

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
}
