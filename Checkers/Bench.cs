using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Checkers;

// Those who judge a run together. It keeps the docket, and tells each event to those who are judged from it and are awake.
internal sealed class Bench(Docket docket, Property[] properties)
{
    private readonly Ears _awake = new(properties, isQuiet: true);
    private readonly Ears _all = new(properties, isQuiet: false);

    // Of sessions, and of what is rare.
    private readonly Dictionary<Type, Property[]> _judges = [];
    private readonly Property[] _ofSlotChanged = Judges(properties, typeof(KeySlotChanged));
    private readonly Property[] _ofStarted = Judges(properties, typeof(RefreshStarted));
    private readonly Property[] _ofOpened = Judges(properties, typeof(SessionOpened));
    private readonly Property[] _ofClosed = Judges(properties, typeof(SessionClosed));
    private readonly Property[] _ofLost = Judges(properties, typeof(SessionKeyLost));

    private Ears Ears => docket.IsQuiet ? _awake : _all;

    public void On(TraceEvent happened)
    {
        // Almost every event is one of the first.
        switch (happened)
        {
            case JobSubmitted submitted:
                Accept(Submission.Of(submitted));
                break;
            case JobDispatched dispatched:
                HandOut(Dispatch.Of(dispatched));
                break;
            case JobStarted started:
                Started(started);
                break;
            case JobCompleted completed:
                Complete(Completion.Of(completed));
                break;
            case PlaintextCompared compared:
                docket.Compare(compared);
                if (Ears.Compared is { Length: > 0 } judges)
                    Tell(judges, compared);
                break;
            case KeySlotChanged changed:
                Change(changed.Change);
                break;
            case JobAborted aborted:
                Aborted(aborted);
                break;
            case RefreshStarted started:
                Started(started);
                break;
            case RefreshFinished finished:
                Finished(finished);
                break;
            case KeySwitched switched:
                Switched(switched);
                break;
            case KeyNegotiated negotiated:
                Negotiated(negotiated);
                break;
            case SessionOpened opened:
                Opened(opened);
                break;
            case SessionClosed closed:
                Closed(closed);
                break;
            case SessionKeyLost lost:
                Lost(lost);
                break;
            case JobRefused:
                docket.Refuse();
                goto default;
            default:
                Tell(JudgesOf(happened.GetType()), happened);
                break;
        }
    }

    // The same as a JobStarted; while nobody is told of one, none is made.
    public void Start(long number, int engine, KeyCheckValue checkValue)
    {
        if (Ears.Started.Length == 0)
            docket.Find(number)?.Start(engine, checkValue);
        else
            Started(new JobStarted(number, engine, checkValue));
    }

    // The same as a KeySlotChanged.
    public void Change(in KeySlotDecision change)
    {
        var slot = docket.SlotOf(change.Slot);
        var judges = _ofSlotChanged;
        if (judges.Length > 0)
            judges[0].Judge(change, slot);
        if (judges.Length > 1)
            judges[1].Judge(change, slot);
        for (var i = 2; i < judges.Length; i++)
            judges[i].Judge(change, slot);
    }

    // The first places of each line are written out: in each of them is mostly one and the same property, and the compiler sees
    // that, and spares the call, only where each has its own.
    public void Accept(in Submission submitted)
    {
        var session = docket.SessionOf(submitted.Session);
        var job = docket.JobOf(submitted.Job);
        if (job.IsAccepted)
            docket.Wake();
        var judges = Ears.Submitted;
        if (judges.Length > 0)
            judges[0].Judge(submitted, job, session);
        if (judges.Length > 1)
            judges[1].Judge(submitted, job, session);
        if (judges.Length > 2)
            judges[2].Judge(submitted, job, session);
        if (judges.Length > 3)
            judges[3].Judge(submitted, job, session);
        for (var i = 4; i < judges.Length; i++)
            judges[i].Judge(submitted, job, session);
        docket.Accept(submitted, job, session);
    }

    public void HandOut(in Dispatch dispatched)
    {
        var job = docket.JobOf(dispatched.Job);
        var session = SessionOf(job, dispatched.Session);
        var judges = Ears.Dispatched;
        if (judges.Length > 0)
            judges[0].Judge(dispatched, job, session);
        if (judges.Length > 1)
            judges[1].Judge(dispatched, job, session);
        for (var i = 2; i < judges.Length; i++)
            judges[i].Judge(dispatched, job, session);
        docket.HandOut(dispatched, job, session);
    }

    private void Started(JobStarted started)
    {
        var job = docket.Find(started.Job);
        foreach (var property in Ears.Started)
            property.Judge(started, job);
        job?.Start(started.Engine, started.CheckValue);
    }

    public void Complete(in Completion completed)
    {
        var job = docket.Complete(completed.Job);
        var session = SessionOf(job, completed.Session);
        var judges = Ears.Completed;
        if (judges.Length > 0)
            judges[0].Judge(completed, job, session);
        if (judges.Length > 1)
            judges[1].Judge(completed, job, session);
        if (judges.Length > 2)
            judges[2].Judge(completed, job, session);
        if (judges.Length > 3)
            judges[3].Judge(completed, job, session);
        for (var i = 4; i < judges.Length; i++)
            judges[i].Judge(completed, job, session);
        Leave(job, session);
    }

    private void Aborted(JobAborted aborted)
    {
        var job = docket.Abort(aborted.Job);
        var session = SessionOf(job, aborted.Session);
        foreach (var property in Ears.Aborted)
            property.Judge(aborted, job, session);
        Leave(job, session);
    }

    private void Started(RefreshStarted started)
    {
        var session = docket.SessionOf(started.Session);
        Tell(_ofStarted, started, session);
        docket.Start(session);
    }

    private void Finished(RefreshFinished finished)
    {
        var session = docket.SessionOf(finished.Session);
        var judges = Ears.Finished;
        if (judges.Length > 0)
            judges[0].Judge(finished, session);
        if (judges.Length > 1)
            judges[1].Judge(finished, session);
        if (judges.Length > 2)
            judges[2].Judge(finished, session);
        for (var i = 3; i < judges.Length; i++)
            judges[i].Judge(finished, session);
        docket.Finish(finished, session);
    }

    private void Switched(KeySwitched switched)
    {
        var session = docket.SessionOf(switched.Session);
        var judges = Ears.Switched;
        if (judges.Length > 0)
            judges[0].Judge(switched, session);
        if (judges.Length > 1)
            judges[1].Judge(switched, session);
        if (judges.Length > 2)
            judges[2].Judge(switched, session);
        for (var i = 3; i < judges.Length; i++)
            judges[i].Judge(switched, session);
        session.EndSwitch();
        docket.ForgetIfBlank(session);
    }

    private void Negotiated(KeyNegotiated negotiated)
    {
        var session = docket.SessionOf(negotiated.Session);
        Tell(Ears.Negotiated, negotiated, session);
        docket.Negotiate(negotiated, session);
        docket.ForgetIfBlank(session);
    }

    private void Opened(SessionOpened opened)
    {
        var session = docket.SessionOf(opened.Session);
        Tell(_ofOpened, opened, session);
        docket.ForgetIfBlank(session);
    }

    private void Closed(SessionClosed closed)
    {
        var session = docket.SessionOf(closed.Session);
        Tell(_ofClosed, closed, session);
        docket.Close(session);
        docket.ForgetIfBlank(session);
    }

    private void Lost(SessionKeyLost lost)
    {
        var session = docket.SessionOf(lost.Session);
        Tell(_ofLost, lost, session);
        docket.Lose(session);
        docket.ForgetIfBlank(session);
    }

    private OpenSession SessionOf(OpenJob? job, int session) =>
        job?.Session is { } own && own.IsOpenFor(session) ? own : docket.SessionOf(session);

    private void Leave(OpenJob? job, OpenSession session)
    {
        var own = job?.Session;
        if (own is not null)
            docket.Leave(own);
        if (own != session)
            docket.ForgetIfBlank(session);
    }

    private static void Tell(Property[] judges, TraceEvent happened, OpenSession session)
    {
        foreach (var property in judges)
            property.Judge(happened, session);
    }

    private static void Tell(Property[] judges, TraceEvent happened)
    {
        foreach (var property in judges)
            property.Judge(happened);
    }

    private Property[] JudgesOf(Type happened)
    {
        if (!_judges.TryGetValue(happened, out var judges))
            _judges.Add(happened, judges = Judges(properties, happened));
        return judges;
    }

    private static Property[] Judges(Property[] properties, Type happened) =>
        Array.FindAll(properties, property => property.IsJudgedFrom(happened));
}
