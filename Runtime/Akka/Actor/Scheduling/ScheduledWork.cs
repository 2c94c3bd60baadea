using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>One entry of the scheduler.</summary>
internal abstract class ScheduledWork(ICancelable? cancelable)
{
    /// <summary>When it is due, in ticks of the scheduler's clock.</summary>
    public long Due { get; set; }

    /// <summary>The time from one run to the next in ticks; 0 for a single run.</summary>
    public long Interval { get; init; }

    /// <summary>Its place in the queue, or -1.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Orders entries that are due at the same time.</summary>
    public long Sequence { get; set; }

    public ICancelable? Cancelable => cancelable;

    public bool IsCancelled => cancelable is { IsCancellationRequested: true };

    /// <summary>Takes the entry out of the queue; called when it is cancelled.</summary>
    public Action? Removal { get; set; }

    /// <summary>True when it has to run even if the scheduler ends before it is due.</summary>
    public virtual bool RunsAtTheEnd => false;

    public abstract void Run();
}

internal sealed class ScheduledTell(ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    : ScheduledWork(cancelable)
{
    public override void Run() => receiver.Tell(message, sender);
}

internal sealed class ScheduledAction(Action action, ICancelable? cancelable) : ScheduledWork(cancelable)
{
    public override void Run() => action();
}

internal sealed class ScheduledRunnable(IRunnable work, ICancelable? cancelable) : ScheduledWork(cancelable)
{
    public override bool RunsAtTheEnd => work is IRunsAtTheEnd;

    public override void Run() => work.Run();
}
