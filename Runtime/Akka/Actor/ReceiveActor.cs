namespace Akka.Actor;

/// <summary>Marks an actor that finishes its set-up after its constructor.</summary>
public interface IInitializableActor
{
    /// <summary>Finishes the set-up.</summary>
    void Init();
}

/// <summary>An actor that declares a handler per message type, in its constructor and inside Become.</summary>
public abstract class ReceiveActor : UntypedActor, IInitializableActor
{
    private readonly Behaviour _initial = new();
    private Behaviour? _declaring;

    /// <summary>Opens the declaration of the initial behaviour.</summary>
    protected ReceiveActor() => _declaring = _initial;

    /// <inheritdoc/>
    void IInitializableActor.Init() => _declaring = null;

    /// <inheritdoc/>
    protected sealed override void OnReceive(object message)
    {
        if (!_initial.Handle(message)) Unhandled(message);
    }

    /// <summary>Replaces the current behaviour.</summary>
    /// <param name="configure">Declares the handlers of the new behaviour.</param>
    protected void Become(Action configure) => Become(Declare(configure));

    /// <summary>Puts a behaviour on top of the current one.</summary>
    /// <param name="configure">Declares the handlers of the new behaviour.</param>
    protected void BecomeStacked(Action configure) => BecomeStacked(Declare(configure));

    /// <summary>Handles messages of a type asynchronously; no other message is handled until the task is done.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Which of them, or null for all.</param>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Add(new ActionHandler<T>(message => RunTask(() => handler(message)), shouldHandle));

    /// <summary>Handles messages of a type asynchronously; no other message is handled until the task is done.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">The handler.</param>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        ReceiveAsync(handler, shouldHandle);

    /// <summary>Handles messages of a type asynchronously; no other message is handled until the task is done.</summary>
    /// <param name="messageType">The type of message.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Which of them, or null for all.</param>
    protected void ReceiveAsync(
        Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Add(new TypedActionHandler(messageType, message => RunTask(() => handler(message)), shouldHandle));

    /// <summary>Handles messages of a type asynchronously; no other message is handled until the task is done.</summary>
    /// <param name="messageType">The type of message.</param>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">The handler.</param>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    /// <summary>Handles all further messages asynchronously; no other message is handled until the task is done.</summary>
    /// <param name="handler">The handler.</param>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAsync<object>(handler);

    /// <summary>Handles messages of a type.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Which of them, or null for all.</param>
    /// <exception cref="InvalidOperationException">Outside of the constructor and of Become, or behind a handler of everything.</exception>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Add(new ActionHandler<T>(handler, shouldHandle));

    /// <summary>Handles messages of a type.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">The handler.</param>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles messages of a type.</summary>
    /// <param name="messageType">The type of message.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Which of them, or null for all.</param>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Add(new TypedActionHandler(messageType, handler, shouldHandle));

    /// <summary>Handles messages of a type.</summary>
    /// <param name="messageType">The type of message.</param>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">The handler.</param>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>Handles messages of a type for which the handler returns true; others go on to the next handler.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="handler">The handler.</param>
    protected void Receive<T>(Func<T, bool> handler) => Add(new FuncHandler<T>(handler));

    /// <summary>Handles messages of a type for which the handler returns true; others go on to the next handler.</summary>
    /// <param name="messageType">The type of message.</param>
    /// <param name="handler">The handler.</param>
    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Add(new TypedFuncHandler(messageType, handler));

    /// <summary>Handles all further messages.</summary>
    /// <param name="handler">The handler.</param>
    protected void ReceiveAny(Action<object> handler) => Receive<object>(handler);

    private void Add(MessageHandler handler)
    {
        if (_declaring is null)
        {
            throw new InvalidOperationException(
                "You may only call Receive-methods when constructing the actor and inside Become().");
        }

        _declaring.Add(handler);
    }

    private Receive Declare(Action configure)
    {
        var outer = _declaring;
        var behaviour = new Behaviour();
        _declaring = behaviour;
        try
        {
            configure();
        }
        finally
        {
            _declaring = outer;
        }

        return behaviour.Handle;
    }
}
