using System.Runtime.CompilerServices;
using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>Every accepted job has ended when the run is over.</summary>
public sealed class EveryJobEnds() : Property(
    nameof(EveryJobEnds),
    PropertyKind.Eventually,
    typeof(JobSubmitted),
    typeof(JobDispatched),
    typeof(JobStarted),
    typeof(JobCompleted),
    typeof(JobAborted))
{
    private const int NoEngine = -1;

    private readonly NumberTable<Whereabouts> _open = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                Reach();
                _open.Set(submitted.Job, new Whereabouts(submitted.Session, NoEngine, IsStarted: false));
                break;
            case JobDispatched dispatched:
                Move(dispatched.Job, dispatched.Engine, isStarted: false);
                break;
            case JobStarted started:
                Move(started.Job, started.Engine, isStarted: true);
                break;
            case JobCompleted completed:
                _open.Remove(completed.Job);
                break;
            case JobAborted aborted:
                _open.Remove(aborted.Job);
                break;
        }
    }

    /// <inheritdoc/>
    public override void AtEnd()
    {
        if (_open.Count == 0)
            return;
        foreach (var (job, at) in _open.All().OrderBy(open => open.Number))
            Violate($"job {job} of session {at.Session} has not ended: it is {at.Place}");
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _open.Clear();
    }

    private void Move(long job, int engine, bool isStarted)
    {
        ref var at = ref _open.Find(job);
        if (!Unsafe.IsNullRef(ref at))
            at = at with { Engine = engine, IsStarted = isStarted };
    }

    private readonly record struct Whereabouts(int Session, int Engine, bool IsStarted)
    {
        public string Place => (Engine, IsStarted) switch
        {
            (NoEngine, _) => "held",
            (_, true) => $"started on engine {Engine}",
            _ => $"queued on engine {Engine}",
        };
    }
}
