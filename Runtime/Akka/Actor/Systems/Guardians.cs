using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The actor behind /user and /system: it only holds and supervises children.</summary>
internal sealed class GuardianActor(SupervisorStrategy strategy) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void OnReceive(object message) => Unhandled(message);

    protected override void Unhandled(object message) =>
        Cell.SystemImpl.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);

    // The children outlive a restart of their guardian; there is none, since its failure ends the system.
    protected override void PreRestart(Exception reason, object message)
    {
    }
}

/// <summary>Makes guardians; the recipe of the usual ones is shared by all systems.</summary>
internal sealed class GuardianProducer(SupervisorStrategy strategy) : IIndirectActorProducer
{
    private static readonly Props Usual = Make(SupervisorStrategy.DefaultStrategy);

    public Type ActorType => typeof(GuardianActor);

    public static Props PropsFor(SupervisorStrategy strategy) =>
        ReferenceEquals(strategy, SupervisorStrategy.DefaultStrategy) ? Usual : Make(strategy);

    public ActorBase Produce() => new GuardianActor(strategy);

    public void Release(ActorBase actor)
    {
    }

    private static Props Make(SupervisorStrategy strategy) =>
        Props.CreateBy(new GuardianProducer(strategy)).WithDispatcher(Dispatch.Dispatchers.InternalDispatcherId);
}

/// <summary>The parent of the two guardians, which has no mailbox: it reacts in place.</summary>
internal sealed class RootGuardian(ActorSystemImpl system) : MinimalActorRef
{
    public override ActorPath Path => system.RootPath;

    public override IInternalActorRef Parent => this;

    public ActorCell[] Guardians => [system.UserCell, system.SystemCell];

    public override IActorRefProvider Provider => system.Provider;

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        var start = 0;
        while (start < name.Count && name[start] is "" or "..") start++;
        if (start == name.Count) return this;
        IInternalActorRef? child = name[start] switch
        {
            "user" => system.UserCell,
            "system" => system.SystemCell,
            "deadLetters" => (IInternalActorRef)system.DeadLetters,
            "ignored" => (IInternalActorRef)system.IgnoreRef,
            "temp" when start + 1 < name.Count => system.TemporaryRefs.Find(name[++start]),
            _ => null,
        };
        return child?.GetChild([.. name.Skip(start + 1)]) ?? ActorRefs.Nobody;
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                system.OnGuardianFailed(failed.Cause);
                break;
            case DeathWatchNotification notice:
                system.OnGuardianEnded(notice.Actor);
                break;
        }
    }
}

/// <summary>Swallows every message without a trace.</summary>
internal sealed class IgnoreActorRef(ActorSystemImpl system) : MinimalActorRef
{
    private readonly ActorPath _path = system.RootPath / "ignored";

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => system.Provider;
}
