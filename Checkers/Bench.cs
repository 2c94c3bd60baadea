using Sim.Actors.Tracing;

namespace Sim.Checkers;

// Those who judge a run together. It keeps the docket, and tells each event to those who are judged from it and are awake.
internal sealed class Bench(Docket docket, Property[] properties)
{
    private readonly Ears _awake = new(properties, isQuiet: true);
    private readonly Ears _all = new(properties, isQuiet: false);

    // Of sessions, and of what is rare.
    private readonly Dictionary<Type, Property[]> _judges = [];
    private readonly Property[] _ofCompared = Judges(properties, typeof(PlaintextCompared));
    private readonly Property[] _ofSlotChanged = Judges(properties, typeof(KeySlotChanged));
    private readonly Property[] _ofStarted = Judges(properties, typeof(RefreshStarted));
    private readonly Property[] _ofFinished = Judges(properties, typeof(RefreshFinished));
    private readonly Property[] _ofSwitched = Judges(properties, typeof(KeySwitched));
    private readonly Property[] _ofNegotiated = Judges(properties, typeof(KeyNegotiated));
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
                Submitted(submitted);
                break;
            case JobDispatched dispatched:
                Dispatched(dispatched);
                break;
            case JobStarted started:
                Started(started);
                break;
            case JobCompleted completed:
                Completed(completed);
                break;
            case PlaintextCompared:
                Tell(_ofCompared, happened);
                break;
            case KeySlotChanged changed:
                SlotChanged(changed);
                break;
            case JobAborted aborted:
                Aborted(aborted);
                break;
            case RefreshStarted started:
                Tell(_ofStarted, happened, started.Session);
                break;
            case RefreshFinished finished:
                Tell(_ofFinished, happened, finished.Session);
                break;
            case KeySwitched switched:
                Tell(_ofSwitched, happened, switched.Session);
                break;
            case KeyNegotiated negotiated:
                Tell(_ofNegotiated, happened, negotiated.Session);
                break;
            case SessionOpened opened:
                Tell(_ofOpened, happened, opened.Session);
                break;
            case SessionClosed closed:
                Tell(_ofClosed, happened, closed.Session);
                break;
            case SessionKeyLost lost:
                Tell(_ofLost, happened, lost.Session);
                break;
            default:
                Tell(JudgesOf(happened.GetType()), happened);
                break;
        }
    }

    private void Submitted(JobSubmitted submitted)
    {
        var session = docket.SessionOf(submitted.Session);
        var job = docket.JobOf(submitted.Job);
        if (job.IsAccepted)
            docket.Wake();
        foreach (var property in Ears.Submitted)
            property.Judge(submitted, job, session);
        docket.Accept(submitted, job, session);
    }

    private void Dispatched(JobDispatched dispatched)
    {
        var job = docket.JobOf(dispatched.Job);
        var session = SessionOf(job, dispatched.Session);
        foreach (var property in Ears.Dispatched)
            property.Judge(dispatched, job, session);
        docket.HandOut(dispatched, job, session);
    }

    private void Started(JobStarted started)
    {
        var job = docket.Find(started.Job);
        foreach (var property in Ears.Started)
            property.Judge(started, job);
        job?.Start(started);
    }

    private void Completed(JobCompleted completed)
    {
        var job = docket.End(completed.Job);
        var session = SessionOf(job, completed.Session);
        foreach (var property in Ears.Completed)
            property.Judge(completed, job, session);
        Leave(job, session);
    }

    private void Aborted(JobAborted aborted)
    {
        var job = docket.End(aborted.Job);
        var session = SessionOf(job, aborted.Session);
        foreach (var property in Ears.Aborted)
            property.Judge(aborted, job, session);
        Leave(job, session);
    }

    private void SlotChanged(KeySlotChanged changed)
    {
        var slot = docket.SlotOf(changed.Change.Slot);
        foreach (var property in _ofSlotChanged)
            property.Judge(changed, slot);
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

    private void Tell(Property[] judges, TraceEvent happened, int number)
    {
        var session = docket.SessionOf(number);
        foreach (var property in judges)
            property.Judge(happened, session);
        docket.ForgetIfBlank(session);
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
