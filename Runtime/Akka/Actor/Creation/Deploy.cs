using Akka.Routing;

namespace Akka.Actor;

/// <summary>Where and with what an actor runs.</summary>
public sealed class Deploy : IEquatable<Deploy>
{
    /// <summary>The dispatcher that means "none was named".</summary>
    public static readonly string NoDispatcherGiven = "";

    /// <summary>The mailbox that means "none was named".</summary>
    public static readonly string NoMailboxGiven = "";

    /// <summary>The stash capacity that means "none was set".</summary>
    public const int NoStashSize = -1;

    /// <summary>A deployment that says nothing.</summary>
    public static readonly Deploy None = new();

    /// <summary>Makes a deployment.</summary>
    /// <param name="dispatcher">The id of the dispatcher, or null for the default.</param>
    /// <param name="mailbox">The id of the mailbox, or null for the default.</param>
    /// <param name="stashCapacity">The most messages that the stash holds; -1 for no bound.</param>
    /// <param name="routerConfig">The recipe of the router in front of the actors, or null for none.</param>
    public Deploy(
        string? dispatcher = null, string? mailbox = null, int stashCapacity = NoStashSize, RouterConfig? routerConfig = null)
    {
        Dispatcher = dispatcher ?? NoDispatcherGiven;
        Mailbox = mailbox ?? NoMailboxGiven;
        StashCapacity = stashCapacity;
        RouterConfig = routerConfig ?? NoRouter.Instance;
    }

    /// <summary>The id of the dispatcher; empty for the default.</summary>
    public string Dispatcher { get; }

    /// <summary>The id of the mailbox; empty for the default.</summary>
    public string Mailbox { get; }

    /// <summary>The most messages that the stash holds; -1 for no bound.</summary>
    public int StashCapacity { get; }

    /// <summary>The recipe of the router in front of the actors, or <see cref="NoRouter"/>.</summary>
    public RouterConfig RouterConfig { get; }

    /// <summary>The same deployment behind another router.</summary>
    /// <param name="routerConfig">The recipe of the router.</param>
    /// <returns>The deployment.</returns>
    public Deploy WithRouterConfig(RouterConfig routerConfig) => new(Dispatcher, Mailbox, StashCapacity, routerConfig);

    /// <summary>The same deployment on another dispatcher.</summary>
    /// <param name="dispatcher">The id of the dispatcher.</param>
    /// <returns>The deployment.</returns>
    public Deploy WithDispatcher(string dispatcher) => new(dispatcher, Mailbox, StashCapacity, RouterConfig);

    /// <summary>The same deployment with another mailbox.</summary>
    /// <param name="mailbox">The id of the mailbox.</param>
    /// <returns>The deployment.</returns>
    public Deploy WithMailbox(string mailbox) => new(Dispatcher, mailbox, StashCapacity, RouterConfig);

    /// <summary>The same deployment with another bound on the stash.</summary>
    /// <param name="stashSize">The most messages that the stash holds; -1 for no bound.</param>
    /// <returns>The deployment.</returns>
    public Deploy WithStashCapacity(int stashSize) => new(Dispatcher, Mailbox, stashSize, RouterConfig);

    /// <summary>Fills what this deployment leaves open.</summary>
    /// <param name="other">Where the rest comes from.</param>
    /// <returns>The deployment.</returns>
    public Deploy WithFallback(Deploy other) => new(
        Dispatcher.Length > 0 ? Dispatcher : other.Dispatcher,
        Mailbox.Length > 0 ? Mailbox : other.Mailbox,
        StashCapacity != NoStashSize ? StashCapacity : other.StashCapacity,
        RouterConfig.WithFallback(other.RouterConfig));

    /// <inheritdoc/>
    public bool Equals(Deploy? other) => other is not null && Dispatcher == other.Dispatcher
        && Mailbox == other.Mailbox && StashCapacity == other.StashCapacity && RouterConfig.Equals(other.RouterConfig);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Deploy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dispatcher, Mailbox, StashCapacity);
}
