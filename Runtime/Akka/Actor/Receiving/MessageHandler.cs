namespace Akka.Actor;

/// <summary>One entry of a behaviour: takes a message or leaves it to the next.</summary>
internal abstract class MessageHandler
{
    /// <summary>True when no message can get past this entry.</summary>
    public virtual bool TakesEverything => false;

    /// <summary>Handles the message if it is this entry's.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True when it was handled.</returns>
    public abstract bool TryHandle(object message);
}

internal sealed class ActionHandler<T>(Action<T> handler, Predicate<T>? shouldHandle) : MessageHandler
{
    public override bool TakesEverything => typeof(T) == typeof(object) && shouldHandle is null;

    public override bool TryHandle(object message)
    {
        if (message is not T typed || (shouldHandle is not null && !shouldHandle(typed))) return false;
        handler(typed);
        return true;
    }
}

internal sealed class FuncHandler<T>(Func<T, bool> handler) : MessageHandler
{
    public override bool TryHandle(object message) => message is T typed && handler(typed);
}

internal sealed class TypedActionHandler(Type type, Action<object> handler, Predicate<object>? shouldHandle)
    : MessageHandler
{
    public override bool TakesEverything => type == typeof(object) && shouldHandle is null;

    public override bool TryHandle(object message)
    {
        if (!type.IsInstanceOfType(message) || (shouldHandle is not null && !shouldHandle(message))) return false;
        handler(message);
        return true;
    }
}

internal sealed class TypedFuncHandler(Type type, Func<object, bool> handler) : MessageHandler
{
    public override bool TryHandle(object message) => type.IsInstanceOfType(message) && handler(message);
}
