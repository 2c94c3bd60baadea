using Akka.Actor;

namespace Akka.Serialization;

/// <content>References, and the address that they are written with.</content>
public partial class Serialization
{
    [ThreadStatic]
    private static Information? _current;

    /// <summary>For whom this thread is serializing.</summary>
    /// <returns>The address and the system.</returns>
    /// <exception cref="InvalidOperationException">It is not serializing anything.</exception>
    public static Information GetCurrentTransportInformation() =>
        _current ?? throw new InvalidOperationException("Nothing is being serialized on this thread; see Serialization.WithTransport.");

    /// <summary>Runs an action in which references are written with an address.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="system">The system that sends.</param>
    /// <param name="address">The address at which the receiver reaches the system.</param>
    /// <param name="action">The action.</param>
    /// <returns>Its result.</returns>
    public static T WithTransport<T>(ActorSystem system, Address address, Func<T> action) =>
        Within(new Information(address, system), action, static run => run());

    /// <summary>Runs an action in which references are written with the system's address, unless an outer one says otherwise.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="system">The system that sends.</param>
    /// <param name="action">The action.</param>
    /// <returns>Its result.</returns>
    public static T WithTransport<T>(ExtendedActorSystem system, Func<T> action) =>
        WithTransport(system, action, static run => run());

    /// <summary>Runs an action in which references are written with the system's address, unless an outer one says otherwise.</summary>
    /// <typeparam name="TState">The type of what the action gets.</typeparam>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="system">The system that sends.</param>
    /// <param name="state">What the action gets.</param>
    /// <param name="action">The action.</param>
    /// <returns>Its result.</returns>
    public static T WithTransport<TState, T>(ExtendedActorSystem system, TState state, Func<TState, T> action) =>
        _current is not null
            ? action(state)
            : Within(new Information(system.Provider.DefaultAddress, system), state, action);

    /// <summary>Writes a reference: its path with the id of the incarnation, under the address of the current transport.</summary>
    /// <param name="actorRef">The reference; null gives the empty text.</param>
    /// <returns>The text.</returns>
    public static string SerializedActorPath(IActorRef? actorRef)
    {
        if (actorRef is null) return "";
        if (actorRef is ITemporaryActorRef temporary) temporary.Publish();
        var path = actorRef.Path;
        return _current is { } transport && IsOf(transport.System, actorRef)
            ? path.ToSerializationFormatWithAddress(transport.Address)
            : path.ToSerializationFormat();
    }

    /// <summary>Finds the actor of a text that <see cref="SerializedActorPath"/> wrote.</summary>
    /// <param name="path">The text.</param>
    /// <returns>The reference; the dead letters when there is no such actor any more.</returns>
    public IActorRef DeserializeActorRef(string path) => System.Provider.ResolveActorRef(path);

    private static bool IsOf(ActorSystem system, IActorRef actorRef) =>
        actorRef is IInternalActorRef and not Nobody
        && actorRef.Path.Address.HasLocalScope && actorRef.Path.Address.System == system.Name;

    private static T Within<TState, T>(Information information, TState state, Func<TState, T> action)
    {
        var outer = _current;
        _current = information;
        try
        {
            return action(state);
        }
        finally
        {
            _current = outer;
        }
    }
}
