using Akka.Actor;
using Akka.Configuration.Hocon;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>
/// The cell of a router. What is sent to its reference is routed where it is sent, on the sender's thread; only management
/// messages come into its mailbox. The routees are there before anybody can see the router.
/// </summary>
internal sealed class RoutedActorCell : ActorCell
{
    // Senders that have chosen the routee already get their messages in before it stops.
    private static readonly TimeSpan StopDelay = TimeSpan.FromMilliseconds(100);

    private readonly RouterConfig _config;
    private readonly Props _routeeProps;
    private volatile Router _router;

    public RoutedActorCell(
        ActorSystemImpl system, IInternalActorRef parent, Props props, RouterConfig config, string? name, long number)
        : base(system, parent, HeadOf(config), name, number)
    {
        _config = config;
        _routeeProps = RouteeOf(props);
        _router = config.CreateRouter(system);
        _router = _router.WithRoutees([.. _router.Routees, .. FirstRoutees()]);
    }

    /// <summary>The routees and the logic at this moment.</summary>
    public Router Router => _router;

    public bool StopsWhenAllAreGone => _config.StopRouterWhenAllRouteesRemoved;

    public Props? ControllerProps() => _config.RoutingLogicController(_router.RoutingLogic);

    public void Add(Routee routee)
    {
        WatchActor(routee);
        _router = _router.AddRoutee(routee);
    }

    public void Remove(Routee routee)
    {
        _router = _router.RemoveRoutee(routee);
        if (routee is not ActorRefRoutee { Actor: var actor }) return;
        Unwatch(actor);
        if (actor is IInternalActorRef child && Equals(child.Parent))
        {
            System.Scheduler.ScheduleTellOnce(StopDelay, actor, PoisonPill.Instance, this);
        }
    }

    /// <summary>Removes a routee that has ended.</summary>
    public void Forget(IActorRef actor) => _router = _router.RemoveRoutee(actor);

    public void Resize(int change)
    {
        for (; change > 0; change--) Add(new ActorRefRoutee(Attach(_routeeProps, null)));
        foreach (var routee in _router.Routees.Reverse().Take(-change).ToList()) Remove(routee);
    }

    /// <inheritdoc/>
    public override void Start()
    {
        foreach (var child in ChildCells()) child.Dispatcher.Attach(child);
        base.Start();
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (_config.IsManagementMessage(message))
        {
            base.TellInternal(message, sender);
            return;
        }

        NoteUse();
        var router = _router;
        if (IsTerminated || !router.HasRoutees) DeadLetter(new Envelope(message, sender));
        else router.Route(message, sender);
    }

    // In the router's own turn, so that a failure of a routee finds its parent ready.
    private protected override void BeginRoutees()
    {
        foreach (var child in ChildCells()) Begin(child);
        foreach (var routee in _router.Routees) WatchActor(routee);
    }

    private IEnumerable<Routee> FirstRoutees() => _config switch
    {
        Pool pool => Enumerable.Range(0, pool.GetNrOfInstances(System)).Select(_ => new ActorRefRoutee(Prepare(_routeeProps, null))),
        Group group => group.GetPaths(System).Select(path => new ActorSelectionRoutee(ActorSelection(path))),
        _ => [],
    };

    private Props RouteeOf(Props props)
    {
        props = props.WithRouter(NoRouter.Instance);
        if (_config is not Pool { UsePoolDispatcher: true } || props.Dispatcher != Dispatchers.DefaultDispatcherId) return props;
        var path = ActorPath.FormatPathElements(Path.Elements.Skip(1));
        return props.WithDispatcher(HoconPath.Join(["akka", "actor", "deployment", path, "pool-dispatcher"]));
    }

    private static Props HeadOf(RouterConfig config) =>
        Props.CreateBy(new Head(config)).WithDispatcher(config.RouterDispatcher);

    private void WatchActor(Routee routee)
    {
        if (routee is ActorRefRoutee { Actor: var actor }) Watch(actor);
    }

    private sealed class Head(RouterConfig config) : IIndirectActorProducer
    {
        public Type ActorType => typeof(RouterActor);

        public ActorBase Produce() => config.CreateRouterActor();

        public void Release(ActorBase actor)
        {
        }
    }
}
