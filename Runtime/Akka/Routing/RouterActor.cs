using Akka.Actor;

namespace Akka.Routing;

/// <summary>The actor of a router. It handles management messages only: senders route by themselves.</summary>
internal class RouterActor : UntypedActor
{
    private const string ControllerName = "routingLogicController";

    protected RoutedActorCell Routing => (RoutedActorCell)Cell;

    protected override void PreStart()
    {
        // The controller outlives a restart, like the routees.
        if (!Context.Child(ControllerName).Equals(ActorRefs.Nobody)) return;
        if (Routing.ControllerProps() is { } props) Context.ActorOf(props, ControllerName);
    }

    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case GetRoutees:
                Sender.Tell(new Routees(Routing.Router.Routees));
                break;
            case AddRoutee add:
                Routing.Add(add.Routee);
                break;
            case RemoveRoutee remove:
                Routing.Remove(remove.Routee);
                StopWhenAllAreGone();
                break;
            case Terminated terminated:
                Routing.Forget(terminated.ActorRef);
                StopWhenAllAreGone();
                break;
            default:
                var controller = Context.Child(ControllerName);
                if (controller.Equals(ActorRefs.Nobody)) Unhandled(message);
                else controller.Forward(message);
                break;
        }
    }

    protected void StopWhenAllAreGone()
    {
        if (Routing.StopsWhenAllAreGone && !Routing.Router.HasRoutees) Context.Stop(Self);
    }
}
