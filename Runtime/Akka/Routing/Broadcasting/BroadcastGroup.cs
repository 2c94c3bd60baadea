using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Routing;

/// <summary>A group whose routees all get each message.</summary>
public sealed class BroadcastGroup : Group
{
    /// <summary>Reads a group from its section of the configuration.</summary>
    /// <param name="config">The section.</param>
    public BroadcastGroup(Config config)
        : this(config.GetStringList("routees.paths"))
    {
    }

    /// <summary>A group.</summary>
    /// <param name="paths">The paths of the routees.</param>
    public BroadcastGroup(params string[] paths)
        : this((IEnumerable<string>)paths)
    {
    }

    /// <summary>A group.</summary>
    /// <param name="paths">The paths of the routees.</param>
    public BroadcastGroup(IEnumerable<string> paths)
        : this(paths, Dispatchers.DefaultDispatcherId)
    {
    }

    /// <summary>A group.</summary>
    /// <param name="paths">The paths of the routees.</param>
    /// <param name="routerDispatcher">The id of the dispatcher that runs the router itself.</param>
    public BroadcastGroup(IEnumerable<string> paths, string routerDispatcher)
        : base(paths, routerDispatcher)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<string> GetPaths(ActorSystem system) => InternalPaths;

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new BroadcastRoutingLogic());

    /// <summary>The same on another dispatcher.</summary>
    /// <param name="dispatcher">The id of the dispatcher that runs the router itself.</param>
    /// <returns>The recipe.</returns>
    public Group WithDispatcher(string dispatcher) => new BroadcastGroup(InternalPaths, dispatcher);

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new BroadcastGroupSurrogate
    {
        Paths = InternalPaths,
        RouterDispatcher = RouterDispatcher,
    };

    /// <summary>What stands for the recipe while it is serialized.</summary>
    public class BroadcastGroupSurrogate : ISurrogate
    {
        /// <summary>The paths of the routees.</summary>
        public IEnumerable<string> Paths { get; set; } = [];

        /// <summary>The id of the dispatcher that runs the router itself.</summary>
        public string RouterDispatcher { get; set; } = Dispatchers.DefaultDispatcherId;

        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => new BroadcastGroup(Paths, RouterDispatcher);
    }
}
