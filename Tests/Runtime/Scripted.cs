using Akka.Actor;

namespace Sim.Tests.Runtime;

/// <summary>An actor whose behaviour a test writes down where it is needed.</summary>
public sealed class Scripted(Action<object, Scripted> script, SupervisorStrategy? strategy = null, IActorRef? log = null)
    : UntypedActor, IWithUnboundedStash, IWithTimers
{
    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Anything that must not survive a restart.</summary>
    public int State { get; set; }

    public new IActorRef Sender => base.Sender;

    public new IActorRef Self => base.Self;

    public IUntypedActorContext Cell => Context;

    public static Props Of(Action<object, Scripted> script, SupervisorStrategy? strategy = null, IActorRef? log = null) =>
        Props.Create(() => new Scripted(script, strategy, log));

    public new void Unhandled(object message) => base.Unhandled(message);

    public void Switch(UntypedReceive receive) => Become(receive);

    protected override void OnReceive(object message) => script(message, this);

    protected override SupervisorStrategy SupervisorStrategy() => strategy ?? base.SupervisorStrategy();

    protected override void PreStart()
    {
        log?.Tell("preStart");
        base.PreStart();
    }

    protected override void PostStop()
    {
        log?.Tell("postStop");
        base.PostStop();
    }

    protected override void PreRestart(Exception reason, object message)
    {
        log?.Tell($"preRestart {reason.Message} {message}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        log?.Tell($"postRestart {reason.Message}");
        base.PostRestart(reason);
    }
}
