using Akka.Actor;

namespace Akka.Util;

/// <summary>An object that is serialized in the form of a surrogate.</summary>
public interface ISurrogated
{
    /// <summary>Makes what stands for this object.</summary>
    /// <param name="system">The system that it belongs to.</param>
    /// <returns>The surrogate.</returns>
    ISurrogate ToSurrogate(ActorSystem system);
}
