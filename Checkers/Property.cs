using Sim.Actors.Tracing;
using Sim.Hardware.Engines;

namespace Sim.Checkers;

/// <summary>
/// A named property of runs, judged from the trace alone. It knows the rule; what it judges knows nothing of it. What it
/// remembers is bounded by what is open (jobs, sessions, barriers), not by how long the run is.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="kind">What it claims.</param>
/// <param name="from">The types of event that it is judged from; it is told of no other.</param>
public abstract class Property(string name, PropertyKind kind, params Type[] from)
{
    /// <summary>Violations of one run that are described; further ones are only counted.</summary>
    public const int MaxDetails = 20;

    private readonly List<string> _details = [];
    private PropertySet? _set;
    private Docket? _docket;
    private Bench? _alone;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it claims.</summary>
    public PropertyKind Kind => kind;

    /// <summary>How often it was violated.</summary>
    public long Violations { get; private set; }

    /// <summary>The first violations, each in one line.</summary>
    public IReadOnlyList<string> Details => _details;

    /// <summary>What the run says so far; final after <see cref="AtEnd"/>.</summary>
    public Verdict Verdict => Violations > 0 ? Verdict.Violated : IsReached || IsReachedBy(Docket) ? Verdict.Held : Verdict.NotReached;

    /// <summary>False for a property of kind <c>sometimes</c> that a key-switch policy makes impossible.</summary>
    /// <param name="policy">Name of the policy.</param>
    public virtual bool IsPossibleUnder(string policy) => true;

    /// <summary>True once the property was put to the test.</summary>
    protected bool IsReached { get; private set; }

    /// <summary>
    /// Takes one event of the trace, and judges it if it is judged from events of that type. A property that is in a set hears of the
    /// run from the set.
    /// </summary>
    public void On(TraceEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (_alone ??= new Bench(Docket, [this])).On(happened);
    }

    /// <summary>The run is over: what should have happened by now has not.</summary>
    public virtual void AtEnd()
    {
    }

    /// <summary>Forgets the run: ready for another one.</summary>
    public virtual void Clear()
    {
        _details.Clear();
        Violations = 0;
        IsReached = false;
        if (_set is null)
            _docket?.Clear();
    }

    /// <summary>Tells a set of its violations from now on.</summary>
    /// <exception cref="ArgumentException">It is in another set already.</exception>
    internal void Join(PropertySet set, Docket docket)
    {
        _set = _set is null ? set : throw new ArgumentException($"{name} is in another set already.", nameof(set));
        (_docket, _alone) = (docket, null);
    }

    /// <summary>True when it is in a set, and so hears of the run.</summary>
    internal bool IsJoined => _set is not null;

    /// <summary>True when events of this type mean something to it.</summary>
    internal bool IsJudgedFrom(Type happened) => Array.IndexOf(from, happened) >= 0;

    /// <summary>True when it need not be told of events of this type before somebody wakes those of its set.</summary>
    internal virtual bool SleepsThrough(Type happened) => false;

    /// <summary>True when what the docket says put the property to the test, so that it need not be told.</summary>
    internal virtual bool IsReachedBy(Docket docket) => false;

    /// <summary>What is open, by the events before the one that it judges.</summary>
    internal Docket Docket => _docket ??= new Docket();

    /// <summary>Takes one event of a type that the property is judged from.</summary>
    protected internal abstract void Judge(TraceEvent happened);

    // The same for those who look at what is open. A job that is not open has no row.
    internal virtual void Judge(in Submission submitted, OpenJob job, OpenSession session) => Judge(submitted.Event);

    internal virtual void Judge(in Dispatch dispatched, OpenJob job, OpenSession session) => Judge(dispatched.Event);

    internal virtual void Judge(JobStarted started, OpenJob? job) => Judge(started);

    internal virtual void Judge(in Completion completed, OpenJob? job, OpenSession session) => Judge(completed.Event);

    internal virtual void Judge(JobAborted aborted, OpenJob? job, OpenSession session) => Judge(aborted);

    internal virtual void Judge(in KeySlotDecision change, OpenSlot slot) => Judge(new KeySlotChanged(change));

    // What happens to a session, other than its jobs.
    internal virtual void Judge(TraceEvent happened, OpenSession session) => Judge(happened);

    /// <summary>The property was put to the test.</summary>
    protected void Reach() => IsReached = true;

    /// <summary>The property does not hold.</summary>
    /// <param name="detail">Who, where and what, in one line.</param>
    /// <param name="times">How many violations the detail stands for.</param>
    protected void Violate(string detail, long times = 1)
    {
        Violations += times;
        if (_details.Count < MaxDetails)
            _details.Add(detail);
        _set?.Note(this, detail);
    }
}
