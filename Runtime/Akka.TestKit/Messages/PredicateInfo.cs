namespace Akka.TestKit;

/// <summary>A condition on messages of one type, for <c>ExpectMsgAllOfMatchingPredicates</c>.</summary>
public sealed class PredicateInfo
{
    private readonly Predicate<object> _predicate;

    private PredicateInfo(Type type, Predicate<object> predicate) => (Type, _predicate) = (type, predicate);

    /// <summary>The type of message that is wanted.</summary>
    public Type Type { get; }

    /// <summary>Makes a condition.</summary>
    /// <typeparam name="T">The type of message that is wanted.</typeparam>
    /// <param name="predicate">What such a message has to fulfil.</param>
    /// <returns>The condition.</returns>
    public static PredicateInfo Create<T>(Predicate<T> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new PredicateInfo(typeof(T), message => message is T typed && predicate(typed));
    }

    internal bool Matches(object message) => _predicate(message);
}
