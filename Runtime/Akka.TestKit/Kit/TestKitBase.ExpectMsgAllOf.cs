using System.Runtime.CompilerServices;

namespace Akka.TestKit;

// Expectations of several messages whose order does not matter, and of one message out of several.
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to equal one of some values.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        AnyCore(true, [.. messages], cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to equal one of some values. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        AnyCore<T>(false, [.. messages], cancellationToken);

    /// <summary>Expects as many messages as there are values, one equal to each, in any order.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="messages">The values.</param>
    /// <returns>The messages, in the order of the values.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) =>
        AllCore<T>(true, RemainingOrDefault, Wants<T>(messages), default).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are values, one equal to each, in any order.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the values.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllCore<T>(true, RemainingOrDefault, Wants(messages), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are values, one equal to each, in any order.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="messages">The values.</param>
    /// <returns>The messages, in the order of the values.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) =>
        AllCore<T>(true, RemainingOrDilated(max), Wants<T>(messages), default).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are values, one equal to each, in any order.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the values.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        AllCore<T>(true, RemainingOrDilated(max), Wants(messages), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are values, one equal to each, in any order. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the values, once all have come.</returns>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Each(token => AllCore<T>(false, RemainingOrDefault, Wants(messages), token), cancellationToken);

    /// <summary>Expects as many messages as there are values, one equal to each, in any order. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="messages">The values.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the values, once all have come.</returns>
    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        Each(token => AllCore<T>(false, RemainingOrDilated(max), Wants(messages), token), cancellationToken);

    /// <summary>Expects as many messages as there are conditions, one for each, in any order.</summary>
    /// <param name="predicates">The conditions.</param>
    /// <returns>The messages, in the order of the conditions.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(predicates, default);

    /// <summary>Expects as many messages as there are conditions, one for each, in any order.</summary>
    /// <param name="predicates">The conditions.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the conditions.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        AllCore<object>(true, RemainingOrDefault, Wants(predicates), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are conditions, one for each, in any order.</summary>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="predicates">The conditions.</param>
    /// <returns>The messages, in the order of the conditions.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(max, predicates, default);

    /// <summary>Expects as many messages as there are conditions, one for each, in any order.</summary>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="predicates">The conditions.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the conditions.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        AllCore<object>(true, RemainingOrDilated(max), Wants(predicates), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as there are conditions, one for each, in any order. Waits without blocking.</summary>
    /// <param name="predicates">The conditions.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the conditions, once all have come.</returns>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Each(token => AllCore<object>(false, RemainingOrDefault, Wants(predicates), token), cancellationToken);

    /// <summary>Expects as many messages as there are conditions, one for each, in any order. Waits without blocking.</summary>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="predicates">The conditions.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in the order of the conditions, once all have come.</returns>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Each(token => AllCore<object>(false, RemainingOrDilated(max), Wants(predicates), token), cancellationToken);

    private static List<(string Name, Predicate<object> Matches)> Wants<T>(IReadOnlyCollection<T> messages) =>
    [
        .. messages.Select(wanted => (
            ExpectationReport.Describe(wanted),
            (Predicate<object>)(message => message is T typed && EqualityComparer<T>.Default.Equals(wanted, typed)))),
    ];

    private static List<(string Name, Predicate<object> Matches)> Wants(IReadOnlyCollection<PredicateInfo> predicates) =>
        [.. predicates.Select((p, i) => ($"condition {i + 1} on {p.Type}", (Predicate<object>)p.Matches))];

    private static async IAsyncEnumerable<T> Each<T>(
        Func<CancellationToken, ValueTask<IReadOnlyList<T>>> receive,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in await receive(cancellationToken)) yield return item;
    }

    private async ValueTask<T> AnyCore<T>(bool sync, T[] messages, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDefault;
        var envelope = await Next(sync, limit, cancellationToken);
        string Wanted() => $"one of these within {ExpectationReport.Describe(limit)}:"
            + ExpectationReport.List(messages.Select(m => ExpectationReport.Describe(m)));
        if (envelope is null) throw Fail(Wanted(), "no message came");
        return envelope.Message is T message && messages.Contains(message)
            ? message
            : throw Fail(Wanted(), $"received {ExpectationReport.Describe(envelope)}");
    }

    private async ValueTask<IReadOnlyList<T>> AllCore<T>(
        bool sync, TimeSpan limit, List<(string Name, Predicate<object> Matches)> wants,
        CancellationToken cancellationToken)
    {
        var end = Now + limit;
        var found = new object?[wants.Count];
        var unexpected = new List<MessageEnvelope>();
        for (var i = 0; i < wants.Count; i++)
        {
            var envelope = await Next(sync, Left(end), cancellationToken);
            if (envelope is null) break;
            var at = Enumerable.Range(0, wants.Count)
                .FirstOrDefault(k => found[k] is null && wants[k].Matches(envelope.Message), -1);
            if (at < 0) unexpected.Add(envelope);
            else found[at] = envelope.Message;
        }

        if (Array.TrueForAll(found, f => f is not null)) return [.. found.Cast<T>()];
        throw Fail(
            $"all of these within {ExpectationReport.Describe(limit)}:"
            + ExpectationReport.List(wants.Select((w, i) => $"{(found[i] is null ? "missing" : "came")}: {w.Name}")),
            unexpected.Count == 0
                ? "nothing else came"
                : "received" + ExpectationReport.List(unexpected.Select(ExpectationReport.Describe)));
    }
}
