using Sim.Actors.Tracing;
using Sim.Hardware.Sessions;

namespace Sim.Checkers;

/// <summary>
/// Watchdogs reset the engines of a device, all together, no more often within the time than is allowed: the reset that would be
/// one too many ends the device instead. Judged only of devices that have such a bound.
/// </summary>
public sealed class ResetsAreBounded() : Property(
    nameof(ResetsAreBounded), PropertyKind.Always, typeof(ResetDue), typeof(EngineReset), typeof(DeviceWasRemoved))
{
    private readonly Queue<TimeSpan> _due = new();

    // The engine whose reset would be one too many. The ones before it may still be carried out behind it.
    private int? _over;

    /// <inheritdoc/>
    protected internal override void Judge(TraceEvent happened)
    {
        switch (happened)
        {
            case ResetDue due:
                Reach();
                Count(due);
                break;
            case DeviceWasRemoved:
                Forget();
                break;
            case EngineReset { Reason: AbortReason.EngineHung } reset when reset.Engine == _over:
                Violate($"engine {reset.Engine} was reset, though that was one reset too many");
                break;
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        Forget();
    }

    private void Count(ResetDue due)
    {
        while (_due.TryPeek(out var first) && due.At - first >= due.Limits.Window)
            _due.Dequeue();
        _due.Enqueue(due.At);
        if (_due.Count <= due.Limits.Count)
            return;
        _over = due.Engine;
        // No more is remembered than tells that there were too many.
        _due.Dequeue();
    }

    private void Forget()
    {
        _due.Clear();
        _over = null;
    }
}
