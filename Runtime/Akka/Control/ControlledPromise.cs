using Akka.Actor;
using Akka.Dispatch;
using Sim.Control;

namespace Akka.Control;

/// <summary>The sender of an Ask in a controlled world: whatever completes its task is a delivery, and a step of its own.</summary>
internal sealed class ControlledPromise<T> : PromiseActorRef<T>, IInboxOwner
{
    private readonly ControlledWorld _world;
    private readonly ControlledInbox? _inbox;

    public ControlledPromise(ActorSystemImpl system, ControlledWorld world)
        : base(system)
    {
        _world = world;
        _inbox = world.NewInbox(this, Uid);
    }

    InboxKind IInboxOwner.Kind => InboxKind.Reference;

    string IInboxOwner.Path => Path.ToStringWithoutAddress();

    object IInboxOwner.Reference => this;

    bool IInboxOwner.ContinuesInPlace => true;

    void IInboxOwner.Handle(object message, IActorRef? sender)
    {
        if (message is Outcome outcome) outcome.Run();
        else Complete(message, sender);
    }

    protected override void TellInternal(object message, IActorRef? sender) => _world.Deliver(_inbox, this, message, sender);

    protected override void OnTimeout(TimeSpan time) => TellInternal(new Outcome("timeout", () => Expire(time)), null);

    protected override void OnCancelled(CancellationToken token) => TellInternal(new Outcome("cancelled", () => Cancel(token)), null);

    private sealed class Outcome(string name, Action action)
    {
        public void Run() => action();

        public override string ToString() => name;
    }
}
