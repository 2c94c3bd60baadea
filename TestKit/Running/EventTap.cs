using Akka.Actor;

namespace Sim.Testing.Running;

/// <summary>Listens to the event stream within the step that publishes: no message, no step of its own.</summary>
internal sealed class EventTap : MinimalActorRef
{
    private readonly Action<object> _on;

    public EventTap(ActorSystem system, string name, Action<object> on)
    {
        _on = on;
        Provider = ((ExtendedActorSystem)system).Provider;
        Path = new RootActorPath(system.DeadLetters.Path.Address) / "taps" / name;
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    protected override void TellInternal(object message, IActorRef? sender) => _on(message);
}
