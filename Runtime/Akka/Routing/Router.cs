using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// Routees and the logic that chooses among them. Immutable, but for what the logic counts. Actors may route with one of
/// their own; a router that is an actor holds one and replaces it.
/// </summary>
public class Router
{
    private readonly Routee[] _routees;

    /// <summary>A router to actors.</summary>
    /// <param name="logic">Chooses among them.</param>
    /// <param name="routee">The first.</param>
    /// <param name="routees">The others.</param>
    public Router(RoutingLogic logic, IActorRef routee, params IActorRef[] routees)
        : this(logic, [Routee.FromActorRef(routee), .. routees.Select(Routee.FromActorRef)])
    {
    }

    /// <summary>A router.</summary>
    /// <param name="logic">Chooses among the routees.</param>
    /// <param name="routees">The routees; perhaps none.</param>
    public Router(RoutingLogic logic, params Routee[] routees)
    {
        RoutingLogic = logic;
        _routees = routees;
    }

    /// <summary>The routees.</summary>
    public IEnumerable<Routee> Routees => Array.AsReadOnly(_routees);

    /// <summary>Chooses among the routees.</summary>
    public RoutingLogic RoutingLogic { get; }

    internal bool HasRoutees => _routees.Length > 0;

    /// <summary>Sends a message to the routee that the logic chooses, or to all when it is a <see cref="Broadcast"/>.</summary>
    /// <param name="message">The message; routees get what is inside a <see cref="RouterEnvelope"/>.</param>
    /// <param name="sender">The sender, whom routees see; or null.</param>
    public virtual void Route(object message, IActorRef? sender)
    {
        if (message is Broadcast)
        {
            foreach (var routee in _routees) Send(routee, message, sender);
            return;
        }

        Send(RoutingLogic.Select(message, _routees) ?? Routee.NoRoutee, message, sender);
    }

    /// <summary>The same logic with other routees.</summary>
    /// <param name="routees">The routees.</param>
    /// <returns>The router.</returns>
    public virtual Router WithRoutees(params Routee[] routees) => new(RoutingLogic, routees);

    /// <summary>The same router with one more routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public virtual Router AddRoutee(Routee routee) => WithRoutees([.. _routees, routee]);

    /// <summary>The same router with one more routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public Router AddRoutee(IActorRef routee) => AddRoutee(new ActorRefRoutee(routee));

    /// <summary>The same router with one more routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public Router AddRoutee(ActorSelection routee) => AddRoutee(new ActorSelectionRoutee(routee));

    /// <summary>The same router without a routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public virtual Router RemoveRoutee(Routee routee) => WithRoutees([.. _routees.Where(one => !one.Equals(routee))]);

    /// <summary>The same router without a routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public Router RemoveRoutee(IActorRef routee) => RemoveRoutee(new ActorRefRoutee(routee));

    /// <summary>The same router without a routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <returns>The router.</returns>
    public Router RemoveRoutee(ActorSelection routee) => RemoveRoutee(new ActorSelectionRoutee(routee));

    /// <summary>Takes a message out of its envelope.</summary>
    /// <param name="message">The message, perhaps in a <see cref="RouterEnvelope"/>.</param>
    /// <returns>What routees get.</returns>
    protected object UnWrap(object message) => message is RouterEnvelope envelope ? envelope.Message : message;

    /// <summary>Sends a message to a routee.</summary>
    /// <param name="routee">The routee.</param>
    /// <param name="message">The message, perhaps in an envelope.</param>
    /// <param name="sender">The sender or null.</param>
    protected virtual void Send(Routee routee, object message, IActorRef? sender) => routee.Send(UnWrap(message), sender);
}
