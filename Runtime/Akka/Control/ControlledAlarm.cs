using Akka.Actor;
using Akka.Dispatch;
using Sim.Control;

namespace Akka.Control;

/// <summary>One entry of the scheduler of a controlled world.</summary>
internal sealed class ControlledAlarm(object target, object? message, IActorRef? sender) : IAlarm
{
    public long Id { get; init; }

    public int Rank { get; init; }

    public TimeSpan Due { get; set; }

    public TimeSpan Interval { get; init; }

    public bool IsArmed { get; set; }

    public object Target => target;

    public object? Message => message is TimerMessage timer ? timer.Message : message;

    public long Cause { get; init; }

    public ControlledWorld World { get; init; } = null!;

    /// <summary>True when somebody waits for it even if the system ends first.</summary>
    public bool RunsAtTheEnd => target is IRunsAtTheEnd;

    public void Cancel() => World.Cancel(this);

    public void Run()
    {
        switch (target)
        {
            case ICanTell receiver:
                receiver.Tell(message!, sender);
                break;
            case IRunnable work:
                work.Run();
                break;
            default:
                ((Action)target)();
                break;
        }
    }
}
