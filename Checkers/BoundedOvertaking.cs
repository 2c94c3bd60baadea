using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using KeyMarkerMet = Sim.Actors.Tracing.KeyMarkerMet;

namespace Sim.Checkers;

/// <summary>
/// A job that waits at an engine is overtaken by younger ones at most <see cref="BandQueue{T}.Overtakings"/> times for itself
/// and for each that waited there when it came: no priority starves another. Older is what was handed to the engine earlier.
/// Judged from the first session on that has a priority of its own.
/// </summary>
public sealed class BoundedOvertaking() : Property(
    nameof(BoundedOvertaking),
    PropertyKind.Always,
    typeof(JobDispatched),
    typeof(JobStarted),
    typeof(JobAborted),
    typeof(SessionOpened),
    typeof(KeyMarkerMet))
{
    // By engine, in the order in which they were handed out.
    private readonly NumberTable<List<Waiting>> _engines = new();
    private readonly NumberTable<int> _engineOf = new();
    private bool _isJudged;

    // How many markers each engine has met; none under policies without markers.
    private readonly NumberTable<int> _met = new();

    // The changes of keys that the docket had counted when the first session with markers was opened: each later one may have sent a
    // marker to each engine.
    private long? _unmarked;

    // Jobs that were handed out before there were priorities, at most.
    private int _unseen;
    private int _room;

    /// <inheritdoc/>
    internal override bool SleepsThrough(Type happened) =>
        happened == typeof(JobDispatched) || happened == typeof(JobStarted) || happened == typeof(JobAborted);

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case KeyMarkerMet met:
                _met.Add(met.Engine, out _)++;
                break;
            case var _ when !_isJudged:
                break;
            case JobDispatched dispatched:
                Dispatch(dispatched);
                break;
            case JobStarted started:
                Start(started);
                break;
            case JobAborted aborted when _engineOf.Remove(aborted.Job, out var engine):
                Remove(engine, aborted.Job);
                break;
        }
    }

    /// <inheritdoc/>
    internal override void Judge(TraceEvent happened, OpenSession session)
    {
        if (happened is not SessionOpened opened)
            return;
        if (opened.Policy == "marker")
            _unmarked ??= Docket.KeyChanges;
        Open(opened.Limits);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _engines.Clear();
        _engineOf.Clear();
        _met.Clear();
        _unmarked = null;
        (_isJudged, _unseen, _room) = (false, 0, 0);
    }

    private void Open(SessionLimits limits)
    {
        if (_isJudged)
            return;
        _unseen = Docket.HasHandedOut ? _room : 0;
        _room += limits.Jobs;
        if (limits.Priority == SessionPriority.Normal)
            return;
        _isJudged = true;
        Docket.Wake();
    }

    private void Dispatch(JobDispatched dispatched)
    {
        if (_engineOf.Remove(dispatched.Job, out var before))
            Remove(before, dispatched.Job);
        if (!_engines.TryGet(dispatched.Engine, out var waiting))
            _engines.Set(dispatched.Engine, waiting = []);
        _engineOf.Set(dispatched.Job, dispatched.Engine);
        _met.TryGet(dispatched.Engine, out var met);
        var markers = _unmarked is { } unmarked ? (int)(Docket.KeyChanges - unmarked) : 0;
        waiting.Add(new Waiting(dispatched.Job, waiting.Count + markers - met + _unseen, Overtaken: 0));
    }

    // One that begins a second time waits no more.
    private void Start(JobStarted started)
    {
        if (!_engineOf.Remove(started.Job, out var engine))
            return;
        _engines.TryGet(engine, out var waiting);
        for (var place = 0; waiting![place].Job != started.Job; place++)
        {
            Reach();
            var older = waiting[place] = waiting[place] with { Overtaken = waiting[place].Overtaken + 1 };
            if (older.Overtaken == older.Most + 1)
                Violate($"job {older.Job} waits at engine {engine} behind {older.Before} others, and was overtaken more than {older.Most} times");
        }

        Remove(engine, started.Job);
    }

    private void Remove(int engine, long job)
    {
        _engines.TryGet(engine, out var waiting);
        waiting!.RemoveAt(waiting.FindIndex(one => one.Job == job));
    }

    private readonly record struct Waiting(long Job, int Before, int Overtaken)
    {
        public int Most => BandQueue<Waiting>.Overtakings * (Before + 1);
    }
}
