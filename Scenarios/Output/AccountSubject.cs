using Sim.Actors.Tracing;

namespace Sim.Scenarios.Output;

/// <summary>
/// What a violation is about: the jobs, sessions and epochs that its detail names or, when it names none, those of the step at
/// which it broke. To a named job belong its session's key changes from its epoch on, and the session's jobs of other epochs
/// that were unfinished when it broke. To an epoch that is named without a job belong the jobs of its session that were accepted
/// in it or in the one before, and older ones that were unfinished.
/// </summary>
internal sealed class AccountSubject
{
    private readonly HashSet<long> _jobs = [];
    private readonly HashSet<int> _sessions = [];
    private readonly Dictionary<int, int> _epochOf = [];
    private int _firstEpoch;

    private AccountSubject()
    {
    }

    public static AccountSubject Of(IReadOnlyList<AccountStep> steps, AccountViolation violation)
    {
        var named = NamedNumbers.In(violation.Detail);
        if (named.Jobs.Count == 0 && named.Sessions.Count == 0)
        {
            foreach (var happened in steps.Where(step => step.Number == violation.Step).SelectMany(step => step.Events))
            {
                var told = NamedNumbers.In(AccountWords.Of(happened));
                named.Jobs.UnionWith(told.Jobs);
                named.Sessions.UnionWith(told.Sessions);
                named.Epochs.UnionWith(told.Epochs);
            }
        }

        var subject = new AccountSubject();
        subject.Take(named, steps, violation.Step);
        return subject;
    }

    /// <summary>True when nothing is known of what it is about: then everything matters.</summary>
    public bool IsUnknown => _jobs.Count == 0 && _sessions.Count == 0;

    /// <summary>Whether the message concerns it, apart from what was recorded.</summary>
    public bool ConcernsMessage(AccountStep step)
    {
        if (IsUnknown)
            return true;
        var named = NamedNumbers.In(step.Message);
        return named.Jobs.Overlaps(_jobs)
            || (named.Jobs.Count == 0
                && named.Epochs.Any(epoch => epoch >= _firstEpoch)
                && (named.Sessions.Overlaps(_sessions) || NamedNumbers.In(step.Actor).Sessions.Overlaps(_sessions)));
    }

    /// <summary>To be asked of every event, in order.</summary>
    public bool Concerns(TraceEvent happened) => IsUnknown || happened switch
    {
        JobSubmitted e => _jobs.Contains(e.Job),
        JobDispatched e => _jobs.Contains(e.Job),
        JobStarted e => _jobs.Contains(e.Job),
        JobCompleted e => _jobs.Contains(e.Job),
        JobAborted e => _jobs.Contains(e.Job),
        JobRefused e => _jobs.Contains(e.Job),
        PlaintextCompared e => _jobs.Contains(e.Job),
        EngineHung e => _jobs.Contains(e.Job),
        EngineReset e => e.Job is { } job && _jobs.Contains(job),
        KeyNegotiated e => Begins(e.Session, e.Epoch),
        RefreshFinished e => Begins(e.Session, e.Epoch),
        KeySwitched e => IsOn(e.Session, e.Epoch),
        KeyMarkerMet e => IsOn(e.Session, e.Epoch),
        KeySlotChanged e => IsOn(e.Change.Session, e.Change.Epoch),
        SessionOpened e => _sessions.Contains(e.Session),
        RefreshStarted e => IsOn(e.Session, _epochOf.GetValueOrDefault(e.Session) + 1),
        CallMisused e => IsOn(e.Session, _epochOf.GetValueOrDefault(e.Session) + 1),
        SessionKeyLost e => _sessions.Contains(e.Session),
        SessionClosed e => _sessions.Contains(e.Session),
        _ => false,
    };

    private bool Begins(int session, int epoch)
    {
        _epochOf[session] = epoch;
        return IsOn(session, epoch);
    }

    private bool IsOn(int session, int epoch) => _sessions.Contains(session) && epoch >= _firstEpoch;

    private void Take(NamedNumbers named, IReadOnlyList<AccountStep> steps, int last)
    {
        _jobs.UnionWith(named.Jobs);
        _sessions.UnionWith(named.Sessions);
        var epochs = new SortedSet<int>(named.Epochs);
        var accepted = new List<JobSubmitted>();
        var ended = new HashSet<long>();
        foreach (var happened in steps.Where(step => step.Number <= last || last < 1).SelectMany(step => step.Events))
        {
            switch (happened)
            {
                case JobSubmitted submitted:
                    accepted.Add(submitted);
                    break;
                case JobCompleted completed:
                    ended.Add(completed.Job);
                    break;
                case JobAborted aborted:
                    ended.Add(aborted.Job);
                    break;
            }
        }

        foreach (var job in accepted.Where(job => named.Jobs.Contains(job.Job)))
        {
            _sessions.Add(job.Session);
            epochs.Add(job.Epoch);
        }

        var older = (named.Jobs.Count, epochs.Count) switch
        {
            (_, 0) => 0,
            (0, _) => epochs.Max - 1,
            _ => epochs.Min,
        };
        foreach (var job in accepted.Where(job => _sessions.Contains(job.Session)))
        {
            var isUnfinished = !ended.Contains(job.Job);
            var belongs = (named.Jobs.Count, named.Epochs.Count) switch
            {
                ( > 0, _) => isUnfinished && !epochs.Contains(job.Epoch),
                (0, > 0) => job.Epoch <= named.Epochs.Max && (isUnfinished || job.Epoch >= named.Epochs.Max - 1),
                _ => true,
            };
            if (!belongs)
                continue;
            _jobs.Add(job.Job);
            older = Math.Min(older, job.Epoch);
        }

        _firstEpoch = Math.Max(0, older);
    }
}
