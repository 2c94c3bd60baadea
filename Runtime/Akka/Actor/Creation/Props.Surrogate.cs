using Akka.Util;

namespace Akka.Actor;

/// <content>Travelling as plain values.</content>
public partial class Props
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A producer makes the actors: it is not among the values.</exception>
    public ISurrogate ToSurrogate(ActorSystem system) => _making.Factory is ProducerFactory
        ? throw new NotSupportedException($"The recipe of {Type} cannot be sent: a producer makes the actors.")
        : new PropsSurrogate { Type = Type, Deploy = Deploy, Arguments = Arguments };

    /// <summary>What travels of a recipe; a strategy that overrides the actor's own does not.</summary>
    public class PropsSurrogate : ISurrogate
    {
        /// <summary>The actor's type.</summary>
        public Type Type { get; set; } = typeof(EmptyActor);

        /// <summary>Where the actor runs.</summary>
        public Deploy Deploy { get; set; } = Deploy.None;

        /// <summary>The constructor's arguments.</summary>
        public object?[] Arguments { get; set; } = [];

        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => new Props(Deploy, Type, Arguments);
    }
}
