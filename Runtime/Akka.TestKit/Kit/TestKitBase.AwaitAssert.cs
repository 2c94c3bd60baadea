using System.Runtime.ExceptionServices;
using Akka.Event;

namespace Akka.TestKit;

// Waiting for assertions to pass, and what kits of other frameworks build their waits on.
public abstract partial class TestKitBase
{
    /// <summary>Tries until assertions pass; when they do not in time, throws what they threw last.</summary>
    /// <param name="assertion">Throws as long as it does not pass.</param>
    /// <param name="duration">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AssertCore(true, Asserts(assertion), duration, interval, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until assertions pass; when they do not in time, throws what they threw last. Waits without blocking.</summary>
    /// <param name="assertion">Throws as long as it does not pass.</param>
    /// <param name="duration">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when they pass.</returns>
    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AssertCore(false, Asserts(assertion), duration, interval, cancellationToken).AsTask();

    /// <summary>Tries until assertions pass; when they do not in time, throws what they threw last. Waits without blocking.</summary>
    /// <param name="assertion">Throws as long as it does not pass.</param>
    /// <param name="duration">How long to try; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when they pass.</returns>
    public Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        return AssertCore(false, () => new ValueTask(assertion()), duration, interval, cancellationToken).AsTask();
    }

    /// <summary>Tries until a condition holds or the time is over.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="fail">Called with a format and its arguments when the time is over; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]>? fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitCondition(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    /// <summary>Tries until a condition holds or the time is over. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="fail">Called with a format and its arguments when the time is over; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]>? fail,
        CancellationToken cancellationToken = default) =>
        InternalAwaitConditionAsync(conditionIsFulfilled, max, interval, fail, null, cancellationToken);

    /// <summary>Tries until a condition holds or the time is over.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="fail">Called with a format and its arguments when the time is over; null for nothing.</param>
    /// <param name="logger">Told about the failure at debug level; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    protected static bool InternalAwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]>? fail,
        ILoggingAdapter? logger, CancellationToken cancellationToken = default) =>
        Tell(true, AtOnce(conditionIsFulfilled), max, interval, fail, logger, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Tries until a condition holds or the time is over. Waits without blocking.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">How long to try.</param>
    /// <param name="interval">How long to wait at most between two tries; null for 100 ms, or less at the start.</param>
    /// <param name="fail">Called with a format and its arguments when the time is over; null for nothing.</param>
    /// <param name="logger">Told about the failure at debug level; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether it holds.</returns>
    protected static Task<bool> InternalAwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval, Action<string, object[]>? fail,
        ILoggingAdapter? logger, CancellationToken cancellationToken = default) =>
        Tell(false, Later(conditionIsFulfilled), max, interval, fail, logger, cancellationToken).AsTask();

    private static async ValueTask<bool> Tell(
        bool sync, Func<ValueTask<bool>> condition, TimeSpan max, TimeSpan? interval, Action<string, object[]>? fail,
        ILoggingAdapter? logger, CancellationToken cancellationToken)
    {
        if (await Try(sync, condition, max, interval, cancellationToken)) return true;
        logger?.Debug("A condition did not hold within {0}", ExpectationReport.Describe(max));
        fail?.Invoke("A condition did not hold within {0}.", [ExpectationReport.Describe(max)]);
        return false;
    }

    private static Func<ValueTask> Asserts(Action assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        return () =>
        {
            assertion();
            return ValueTask.CompletedTask;
        };
    }

    private async ValueTask AssertCore(
        bool sync, Func<ValueTask> assertion, TimeSpan? duration, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var pace = new Pace(RemainingOrDilated(duration), interval);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ExceptionDispatchInfo failure;
            try
            {
                await assertion();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            if (!await pace.Pause(sync, cancellationToken)) failure.Throw();
        }
    }
}
