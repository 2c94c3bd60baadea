using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>One entry of a <see cref="WorldScheduler"/>.</summary>
internal sealed class DispatchedAlarm(DispatchedWorld world, object target, object? message, IActorRef? sender) : IAlarm, IStep
{
    public long Id { get; init; }

    public int Rank { get; init; }

    public TimeSpan Due { get; set; }

    public TimeSpan Interval { get; init; }

    public bool IsArmed { get; set; }

    public object Target => target;

    public object? Message => Wrapping.Open(message);

    public long Cause { get; init; }

    public DispatchedWorld World => world;

    /// <summary>Orders alarms that are due at the same time.</summary>
    public long Sequence { get; set; }

    public CancellationTokenRegistration Cancellation { get; set; }

    public void Cancel() => world.Cancel(this);

    public void Run()
    {
        world.Begin(this);
        try
        {
            Act();
        }
        catch (Exception e)
        {
            // As in a scheduler with a thread: an action that throws must not end the time for all others.
            world.Log?.Log(LogLevel.ErrorLevel, e, "Scheduled work has failed");
        }
    }

    private void Act()
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
