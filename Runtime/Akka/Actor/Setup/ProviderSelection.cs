namespace Akka.Actor;

/// <summary>Which kind of references a system has. This runtime has local ones only and refuses to start with another kind.</summary>
public abstract class ProviderSelection
{
    private ProviderSelection(string identifier, string fqn, bool hasCluster)
    {
        Identifier = identifier;
        Fqn = fqn;
        HasCluster = hasCluster;
    }

    /// <summary>The short name, as in <c>akka.actor.provider</c>.</summary>
    public string Identifier { get; }

    /// <summary>The class of the provider.</summary>
    public string Fqn { get; }

    /// <summary>True when it is the one of clusters.</summary>
    public bool HasCluster { get; }

    /// <summary>Actors of this process only.</summary>
    public sealed class Local : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Local Instance = new();

        private Local()
            : base("local", "Akka.Actor.LocalActorRefProvider", hasCluster: false)
        {
        }
    }

    /// <summary>Actors of other processes too.</summary>
    public sealed class Remote : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Remote Instance = new();

        private Remote()
            : base("remote", "Akka.Remote.RemoteActorRefProvider, Akka.Remote", hasCluster: false)
        {
        }
    }

    /// <summary>Actors of a cluster.</summary>
    public sealed class Cluster : ProviderSelection
    {
        /// <summary>The only instance.</summary>
        public static readonly Cluster Instance = new();

        private Cluster()
            : base("cluster", "Akka.Cluster.ClusterActorRefProvider, Akka.Cluster", hasCluster: true)
        {
        }
    }

    /// <summary>A provider of the user's own.</summary>
    /// <param name="fqn">Its class, with the assembly.</param>
    /// <param name="identifier">Its short name.</param>
    /// <param name="hasCluster">True when it is one of clusters.</param>
    public sealed class Custom(string fqn, string? identifier = null, bool hasCluster = false)
        : ProviderSelection(identifier ?? "custom", fqn, hasCluster);
}
