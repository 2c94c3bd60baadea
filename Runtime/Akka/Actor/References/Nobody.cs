using Akka.Util;

namespace Akka.Actor;

/// <summary>The reference of no actor: it swallows every message.</summary>
public sealed class Nobody : MinimalActorRef
{
    /// <summary>The only instance.</summary>
    public static readonly Nobody Instance = new();

    private readonly ActorPath _path =
        new RootActorPath(new Address("akka", "all-systems"), "/Nobody");

    private Nobody()
    {
    }

    /// <inheritdoc/>
    public override ActorPath Path => _path;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: it belongs to no system.</exception>
    public override IActorRefProvider Provider => throw new NotSupportedException("Nobody has no provider.");

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new NobodySurrogate();

    /// <summary>What travels of nobody.</summary>
    public class NobodySurrogate : ISurrogate
    {
        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
