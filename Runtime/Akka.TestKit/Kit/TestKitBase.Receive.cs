using System.Runtime.CompilerServices;

namespace Akka.TestKit;

// Taking several messages.
public abstract partial class TestKitBase
{
    /// <summary>Takes a number of messages; fails when fewer come within what is left of <c>Within</c>, or the default time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveNCore(true, numberOfMessages, RemainingOrDefault, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes a number of messages; fails when fewer come in time.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public IReadOnlyCollection<object> ReceiveN(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveNCore(true, numberOfMessages, RemainingOrDilated(max), cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes a number of messages as <see cref="ReceiveN(int, CancellationToken)"/>. Waits without blocking.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, each as it comes.</returns>
    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveNEach(numberOfMessages, null, cancellationToken);

    /// <summary>Takes a number of messages; fails when fewer come in time. Waits without blocking.</summary>
    /// <param name="numberOfMessages">How many.</param>
    /// <param name="max">How long to wait for all of them.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order, each as it comes.</returns>
    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        ReceiveNEach(numberOfMessages, max, cancellationToken);

    private async ValueTask<IReadOnlyList<object>> ReceiveNCore(
        bool sync, int count, TimeSpan limit, CancellationToken cancellationToken)
    {
        var end = Now + limit;
        var messages = new List<object>();
        while (messages.Count < count)
        {
            var envelope = await Next(sync, Left(end), cancellationToken) ?? throw TooFew(count, limit, messages);
            messages.Add(envelope.Message);
        }

        return messages;
    }

    private async IAsyncEnumerable<object> ReceiveNEach(
        int count, TimeSpan? max, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        var messages = new List<object>();
        while (messages.Count < count)
        {
            var envelope = await Next(false, Left(end), cancellationToken) ?? throw TooFew(count, limit, messages);
            messages.Add(envelope.Message);
            yield return envelope.Message;
        }
    }

    private Exception TooFew(int count, TimeSpan limit, List<object> messages) => Fail(
        $"{count} messages within {ExpectationReport.Describe(limit)}",
        $"received {messages.Count}{ExpectationReport.List(messages.Select(m => ExpectationReport.Describe(m)))}");
}
