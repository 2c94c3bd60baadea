namespace Akka.TestKit;

// Taking messages for as long as they are of the wanted kind.
public abstract partial class TestKitBase
{
    /// <summary>Takes messages while they are wanted and come in time. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        WhileCore(true, max, null, msgs, Converts(filter), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages while they are wanted and come in time, without blocking. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, once it is over.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        Each(token => WhileCore(false, max, null, msgs, Converts(filter), token), cancellationToken);

    /// <summary>Takes messages while they are wanted and come in time. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        WhileCore(true, max, idle, msgs, Converts(filter), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages while they are wanted and come in time, without blocking. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, once it is over.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max, TimeSpan? idle, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        Each(token => WhileCore(false, max, idle, msgs, Converts(filter), token), cancellationToken);

    /// <summary>Takes messages while they are wanted and come in time. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        WhileCore(true, max, idle, msgs, Converts(filter), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages while they are wanted and come in time, without blocking. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="filter">Converts a message that is wanted; null ends.</param>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, once it is over.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T> filter, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue, CancellationToken cancellationToken = default) =>
        Each(token => WhileCore(false, max, idle, msgs, Converts(filter), token), cancellationToken);

    /// <summary>Takes messages while they are wanted and come in time. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="shouldContinue">Whether a message of the type is wanted; false ends.</param>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; otherwise they end.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        WhileCore(true, max, idle, msgs, Continues(shouldContinue, shouldIgnoreOtherMessageTypes), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages while they are wanted and come in time, without blocking. The one that ends stays in the queue.</summary>
    /// <typeparam name="T">What is wanted.</typeparam>
    /// <param name="shouldContinue">Whether a message of the type is wanted; false ends.</param>
    /// <param name="max">How long in all; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="idle">How long to wait for each message; null for as long as in all.</param>
    /// <param name="msgs">How many messages at most.</param>
    /// <param name="shouldIgnoreOtherMessageTypes">Whether messages of other types are dropped; otherwise they end.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, once it is over.</returns>
    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue, TimeSpan? max = null, TimeSpan? idle = null, int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true, CancellationToken cancellationToken = default) =>
        Each(token => WhileCore(false, max, idle, msgs, Continues(shouldContinue, shouldIgnoreOtherMessageTypes), token), cancellationToken);

    // Says whether to take the message, whether to keep it among the results, and as what.
    private delegate (bool Take, bool Keep, T Value) Wish<T>(object message);

    private static Wish<T> Converts<T>(Func<object, T> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return message => filter(message) is { } value ? (true, true, value) : (false, false, default!);
    }

    private static Wish<T> Continues<T>(Predicate<T> shouldContinue, bool ignoreOthers)
    {
        ArgumentNullException.ThrowIfNull(shouldContinue);
        return message => message is not T typed ? (ignoreOthers, false, default!)
            : shouldContinue(typed) ? (true, true, typed)
            : (false, false, default!);
    }

    private async ValueTask<IReadOnlyList<T>> WhileCore<T>(
        bool sync, TimeSpan? max, TimeSpan? idle, int msgs, Wish<T> wish, CancellationToken cancellationToken)
    {
        var end = Now + RemainingOrDilated(max);
        var values = new List<T>();
        while (values.Count < msgs)
        {
            var left = Left(end);
            if (idle < left) left = idle.Value;
            var next = await _mind.Queue.Next(sync, remove: false, left, cancellationToken);
            if (next is null) break;
            var (take, keep, value) = wish(next.Message);
            if (!take) break;
            await Next(sync, TimeSpan.Zero, cancellationToken);
            if (keep) values.Add(value);
        }

        _lastWasNoMessage = true;
        return values;
    }
}
