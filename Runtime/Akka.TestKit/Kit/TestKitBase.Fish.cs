using System.Collections;

namespace Akka.TestKit;

// Looking for one message among others.
public abstract partial class TestKitBase
{
    /// <summary>Takes messages until one fulfils a condition; fails when none does in time.</summary>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishCore(true, isMessage, null, max, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages until one fulfils a condition; fails when none does in time. Waits without blocking.</summary>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishCore(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Takes messages until one of a type fulfils a condition; fails when none does in time.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishCore(true, isMessage, null, max, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages until one of a type fulfils a condition; fails when none does in time. Waits without blocking.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishCore(false, isMessage, null, max, hint, cancellationToken);

    /// <summary>Takes messages until one of a type fulfils a condition, and collects the others.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="allMessages">Gets the messages that were passed over, in place of what it holds.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T FishForMessage<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "",
        CancellationToken cancellationToken = default) =>
        FishCore(true, isMessage, allMessages, max, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes messages until one of a type fulfils a condition, and collects the others. Waits without blocking.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="allMessages">Gets the messages that were passed over, in place of what it holds.</param>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, ArrayList? allMessages, TimeSpan? max = null, string hint = "",
        CancellationToken cancellationToken = default) =>
        FishCore(false, isMessage, allMessages, max, hint, cancellationToken);

    /// <summary>Takes messages until one is of a type; fails when none is in time. Waits without blocking.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="max">How long to look; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends with the message.</returns>
    public Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        FishCore<T>(false, static _ => true, null, max, "", cancellationToken).AsTask();

    /// <summary>Takes messages until none comes for a time.</summary>
    /// <param name="max">The time; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="maxMessages">How many messages may come before it fails; null for any number.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The messages, in order.</returns>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var silence = RemainingOrDilated(max);
        var messages = new ArrayList();
        while (await Next(false, silence, cancellationToken) is { } envelope)
        {
            messages.Add(envelope.Message);
            if (messages.Count > maxMessages)
            {
                throw Fail(
                    $"silence for {ExpectationReport.Describe(silence)} after at most {maxMessages} messages",
                    "received" + ExpectationReport.List(messages.Cast<object>().Select(m => ExpectationReport.Describe(m))));
            }
        }

        _lastWasNoMessage = true;
        return messages;
    }

    private async ValueTask<T> FishCore<T>(
        bool sync, Predicate<T> isMessage, ArrayList? others, TimeSpan? max, string hint,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var limit = RemainingOrDilated(max);
        var end = Now + limit;
        others?.Clear();
        var passed = new List<MessageEnvelope>();
        while (await Next(sync, Left(end), cancellationToken) is { } envelope)
        {
            if (envelope.Message is T message && isMessage(message)) return message;
            passed.Add(envelope);
            others?.Add(envelope.Message);
        }

        throw Fail(
            $"a {typeof(T)} that fulfils a condition, among others, within {ExpectationReport.Describe(limit)}",
            passed.Count == 0
                ? "no message came"
                : "received" + ExpectationReport.List(passed.TakeLast(20).Select(ExpectationReport.Describe)),
            hint);
    }
}
