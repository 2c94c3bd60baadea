using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.KeySwitchDecision.Kinds;

namespace Sim.Tests.Mutants.Policies;

/// <summary>A drain that counts an ending too early: the right one is told of it, and not again when it comes.</summary>
internal abstract class CountsAhead(IKeySwitchPolicy right) : WrongPolicy(right)
{
    private int _ahead;
    private int _inFlight;

    public override void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions) =>
        Carry(passed => base.Accepted(job, passed), isSwitch: false, decisions);

    public override void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions) =>
        Carry(passed => base.Accepted(keySwitch, passed), isSwitch: true, decisions);

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _inFlight--;
        if (_inFlight < _ahead)
            _ahead--;
        else
            Carry(passed => base.Ended(job, passed), isSwitch: false, decisions);
    }

    /// <summary>How many of the jobs in flight count as ended after the right one decided this.</summary>
    protected abstract int AheadAfter(IReadOnlyList<KeySwitchDecision> decided, bool isSwitch, int inFlight);

    private void Carry(Action<List<KeySwitchDecision>> step, bool isSwitch, ICollection<KeySwitchDecision> decisions)
    {
        List<KeySwitchDecision> decided = [];
        step(decided);
        foreach (var decision in decided)
            decisions.Add(decision);
        _inFlight += decided.Count(decision => decision.Kind == Kinds.Release);
        for (var wanted = AheadAfter(decided, isSwitch, _inFlight); _ahead < Math.Min(wanted, _inFlight);)
        {
            _ahead++;
            // A drain does not look at the job.
            Carry(passed => base.Ended(null!, passed), isSwitch: false, decisions);
        }
    }
}

/// <summary>The barrier opens while one job of the old epoch is in flight still.</summary>
internal sealed class CountsOneLess(IKeySwitchPolicy right) : CountsAhead(right)
{
    protected override int AheadAfter(IReadOnlyList<KeySwitchDecision> decided, bool isSwitch, int inFlight) => isSwitch ? 1 : 0;
}

/// <summary>When a barrier opens everything that is held goes on, whatever further Finishes stand between.</summary>
internal sealed class ReleasesAllAtFirstOpening(IKeySwitchPolicy right) : CountsAhead(right)
{
    protected override int AheadAfter(IReadOnlyList<KeySwitchDecision> decided, bool isSwitch, int inFlight) =>
        decided.Any(decision => decision.Kind == Kinds.Open) ? inFlight : 0;
}

/// <summary>The barrier opens when the newest job of the old epoch has ended, as if engines ended jobs in order.</summary>
internal sealed class WaitsForNewestJob(IKeySwitchPolicy right) : CountsAhead(right)
{
    private LatchedJob? _newest;
    private int _notOpen;

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        if (job == _newest)
            _newest = null;
        base.Ended(job, decisions);
    }

    protected override int AheadAfter(IReadOnlyList<KeySwitchDecision> decided, bool isSwitch, int inFlight)
    {
        _notOpen += isSwitch ? 1 : 0;
        foreach (var decision in decided)
        {
            if (decision.Kind == Kinds.Release)
                _newest = decision.Job;
            else if (decision.Kind == Kinds.Open)
                _notOpen--;
        }

        return _newest is null && _notOpen > 0 ? inFlight : 0;
    }
}

/// <summary>The barrier waits for the jobs that were in flight at Start; those between Start and Finish are not counted.</summary>
internal sealed class CountsJobsAtStart(IKeySwitchPolicy right) : CountsAhead(right)
{
    private readonly HashSet<LatchedJob> _behindStart = new(ReferenceEqualityComparer.Instance);
    private long? _last;
    private bool _hasStarted;

    public override void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        // A Start takes a position, too; one right behind a Finish goes unnoticed.
        _hasStarted |= job.Position > _last + 1;
        if (_hasStarted)
            _behindStart.Add(job);
        _last = job.Position;
        base.Accepted(job, decisions);
    }

    public override void Accepted(KeySwitch keySwitch, ICollection<KeySwitchDecision> decisions)
    {
        base.Accepted(keySwitch, decisions);
        _behindStart.Clear();
        _hasStarted = false;
        _last = null;
    }

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _behindStart.Remove(job);
        base.Ended(job, decisions);
    }

    protected override int AheadAfter(IReadOnlyList<KeySwitchDecision> decided, bool isSwitch, int inFlight) =>
        isSwitch ? _behindStart.Count : 0;
}

/// <summary>A drain that keeps endings to itself while something else is unfinished, and counts them later.</summary>
internal abstract class CountsLate(IKeySwitchPolicy right) : WrongPolicy(right)
{
    private int _late;

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _late++;
        for (; _late > 0 && MayCount(job); _late--)
            base.Ended(job, decisions);
    }

    protected abstract bool MayCount(LatchedJob ended);
}

/// <summary>The barrier waits for every job that is accepted, those that are held behind it too.</summary>
internal sealed class WaitsForHeldJobs(IKeySwitchPolicy right) : CountsLate(right)
{
    private int _unfinished;

    public override void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _unfinished++;
        base.Accepted(job, decisions);
    }

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        _unfinished--;
        base.Ended(job, decisions);
    }

    protected override bool MayCount(LatchedJob ended) => _unfinished == 0;
}

/// <summary>Jobs of all sessions of a device that are on engines.</summary>
internal sealed class SharedCount
{
    public int Unfinished { get; set; }
}

/// <summary>The barrier waits until no job of any session is on an engine, and looks only when one of its own has ended.</summary>
internal sealed class WaitsForOtherSessions(IKeySwitchPolicy right, SharedCount shared) : CountsLate(right)
{
    public override void Accepted(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        var before = decisions.Count;
        base.Accepted(job, decisions);
        shared.Unfinished += decisions.Count - before;
    }

    public override void Ended(LatchedJob job, ICollection<KeySwitchDecision> decisions)
    {
        shared.Unfinished--;
        var before = decisions.Count;
        base.Ended(job, decisions);
        shared.Unfinished += decisions.Skip(before).Count(decision => decision.Kind == Kinds.Release);
    }

    protected override bool MayCount(LatchedJob ended) => shared.Unfinished == 0;
}
