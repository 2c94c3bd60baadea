namespace Akka.TestKit;

// Taking single messages without expecting any. References carry no nullability here, as in Akka.NET: a test that knows
// that there is a message uses it at once, and one that does not compares with null.
public abstract partial class TestKitBase
{
#nullable disable annotations
    /// <summary>Takes the next message.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public object ReceiveOne(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        ReceiveCore(true, true, max, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Takes the next message. Waits without blocking.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public ValueTask<object> ReceiveOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        ReceiveCore(false, true, max, cancellationToken);

    /// <summary>Looks at the next message and leaves it in the queue.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public object PeekOne(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        ReceiveCore(true, false, max, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Looks at the next message and leaves it in the queue. Waits without blocking.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public ValueTask<object> PeekOneAsync(
        TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        ReceiveCore(false, false, max, cancellationToken);

    /// <summary>Looks at the next message and leaves it in the queue.</summary>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public object PeekOne(
        CancellationToken cancellationToken) =>
        ReceiveCore(true, false, null, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Looks at the next message and leaves it in the queue. Waits without blocking.</summary>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message; null when none came in time.</returns>
    public ValueTask<object> PeekOneAsync(
        CancellationToken cancellationToken) =>
        ReceiveCore(false, false, null, cancellationToken);
#nullable restore annotations

    /// <summary>Takes the next message with its sender.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> when none came in time.</param>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether a message came.</returns>
    public bool TryReceiveOne(
        out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        (var received, envelope) = TryCore(true, true, max, cancellationToken).GetAwaiter().GetResult();
        return received;
    }

    /// <summary>Takes the next message with its sender. Waits without blocking.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether a message came, and the message.</returns>
    public ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default) => TryCore(false, true, max, cancellationToken);

    /// <summary>Looks at the next message with its sender and leaves it in the queue.</summary>
    /// <param name="envelope">The message; <see cref="NullMessageEnvelope"/> when none came in time.</param>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether there is a message.</returns>
    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        (var received, envelope) = TryCore(true, false, max, cancellationToken).GetAwaiter().GetResult();
        return received;
    }

    /// <summary>Looks at the next message with its sender and leaves it in the queue. Waits without blocking.</summary>
    /// <param name="max">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether there is a message, and the message.</returns>
    public ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(
        TimeSpan? max, CancellationToken cancellationToken) => TryCore(false, false, max, cancellationToken);

    private async ValueTask<(bool Success, MessageEnvelope Envelope)> TryCore(
        bool sync, bool remove, TimeSpan? max, CancellationToken cancellationToken)
    {
        var limit = max ?? RemainingOrDefault;
        var envelope = remove
            ? await Next(sync, limit, cancellationToken)
            : await _mind.Queue.Next(sync, remove: false, limit, cancellationToken);
        return (envelope is not null, envelope ?? NullMessageEnvelope.Instance);
    }

    private async ValueTask<object> ReceiveCore(bool sync, bool remove, TimeSpan? max, CancellationToken cancellationToken)
    {
        var (received, envelope) = await TryCore(sync, remove, max, cancellationToken);
        return received ? envelope.Message : null!;
    }
}
