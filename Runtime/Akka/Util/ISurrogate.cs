using Akka.Actor;

namespace Akka.Util;

/// <summary>A plain object that travels in the place of another.</summary>
public interface ISurrogate
{
    /// <summary>Makes the object that this stands for.</summary>
    /// <param name="system">The system that the object arrives in.</param>
    /// <returns>The object.</returns>
    ISurrogated FromSurrogate(ActorSystem system);
}

/// <summary>An object that does not travel itself, but as a surrogate.</summary>
public interface ISurrogated
{
    /// <summary>Makes the surrogate.</summary>
    /// <param name="system">The system that the object leaves.</param>
    /// <returns>The surrogate.</returns>
    ISurrogate ToSurrogate(ActorSystem system);
}
