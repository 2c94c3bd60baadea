using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Each job completes, aborts, or is refused, at most once: nothing ends that is not open, and what was accepted is not
/// refused. That every accepted job ends at all is the claim of <see cref="EveryJobEnds"/>.
/// </summary>
public sealed class OneEnding() : Property(
    nameof(OneEnding),
    PropertyKind.Always,
    typeof(JobSubmitted),
    typeof(JobRefused),
    typeof(JobCompleted),
    typeof(JobAborted))
{
    private readonly NumberTable<byte> _open = new();

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case JobSubmitted submitted:
                _open.Add(submitted.Job, out var isNew);
                if (!isNew)
                    Violate($"job {submitted.Job} was accepted twice");
                break;
            case JobRefused refused when refused.Status != JobRefusal.DuplicateJob && _open.Contains(refused.Job):
                Violate($"job {refused.Job} was refused after it was accepted");
                break;
            case JobCompleted completed:
                End(completed.Job, "completed");
                break;
            case JobAborted aborted:
                End(aborted.Job, "was aborted");
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _open.Clear();
    }

    private void End(long job, string how)
    {
        Reach();
        if (!_open.Remove(job))
            Violate($"job {job} {how}, but was not open");
    }
}
