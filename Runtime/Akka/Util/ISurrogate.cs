using Akka.Actor;

namespace Akka.Util;

/// <summary>What stands for an object while it is serialized.</summary>
public interface ISurrogate
{
    /// <summary>Makes the object again.</summary>
    /// <param name="system">The system that it belongs to.</param>
    /// <returns>The object.</returns>
    ISurrogated FromSurrogate(ActorSystem system);
}
