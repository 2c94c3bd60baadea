namespace Akka.TestKit;

// Waiting for a condition that nothing announces.
public abstract partial class TestKitBase
{
    /// <summary>Tries until a condition holds; fails when it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        ConditionCore(true, AtOnce(conditionIsFulfilled), null, null, null, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        ConditionCore(false, Later(conditionIsFulfilled), null, null, null, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        ConditionCore(false, AtOnce(conditionIsFulfilled), null, null, null, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        ConditionCore(true, AtOnce(conditionIsFulfilled), max, null, null, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        ConditionCore(false, Later(conditionIsFulfilled), max, null, null, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        ConditionCore(true, AtOnce(conditionIsFulfilled), max, null, message, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        ConditionCore(false, Later(conditionIsFulfilled), max, null, message, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        ConditionCore(false, AtOnce(conditionIsFulfilled), max, null, message, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        ConditionCore(true, AtOnce(conditionIsFulfilled), max, interval, message, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        ConditionCore(false, Later(conditionIsFulfilled), max, interval, message, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds; fails when it does not in time. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="message">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when it holds.</returns>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        ConditionCore(false, AtOnce(conditionIsFulfilled), max, interval, message, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds or the time is over.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Try(true, AtOnce(conditionIsFulfilled), RemainingOrDilated(max), interval, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds or the time is over. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Try(false, Later(conditionIsFulfilled), RemainingOrDilated(max), interval, cancellationToken).AsTask();

    /// <summary>Tries until a condition holds or the time is over. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Try(false, AtOnce(conditionIsFulfilled), RemainingOrDilated(max), interval, cancellationToken).AsTask();

    private static Func<ValueTask<bool>> AtOnce(Func<bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return () => new ValueTask<bool>(condition());
    }

    private static Func<ValueTask<bool>> Later(Func<Task<bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return () => new ValueTask<bool>(condition());
    }

    private static async ValueTask<bool> Try(
        bool sync, Func<ValueTask<bool>> condition, TimeSpan limit, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var pace = new Pace(limit, interval);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await condition()) return true;
            if (!await pace.Pause(sync, cancellationToken)) return false;
        }
    }

    private async ValueTask ConditionCore(
        bool sync, Func<ValueTask<bool>> condition, TimeSpan? max, TimeSpan? interval, string? message,
        CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        if (await Try(sync, condition, limit, interval, cancellationToken)) return;
        throw Fail($"a condition to hold within {ExpectationReport.Describe(limit)}", "it did not", message);
    }
}
