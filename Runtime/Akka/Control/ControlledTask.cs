using Akka.Actor;
using Akka.Dispatch;
using Sim.Control;

namespace Akka.Control;

/// <summary>The owner of an inbox that holds one piece of work.</summary>
internal sealed class ControlledTask(long number, bool inPlace) : IInboxOwner
{
    public InboxKind Kind => InboxKind.Task;

    public string Path => $"/tasks/{GeneratedName.Of(number)}";

    public object? Reference => null;

    public bool ContinuesInPlace => inPlace;

    public void Handle(object message, IActorRef? sender) => ((IRunnable)message).Run();
}
