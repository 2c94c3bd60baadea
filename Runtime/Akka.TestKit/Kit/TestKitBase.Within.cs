namespace Akka.TestKit;

// Bounds on how long a part of a test takes. Inside, expectations without a time of their own use what is left.
public abstract partial class TestKitBase
{
    // An asynchronous part is given up so long after its bound; until then it ends by itself and is judged.
    private static readonly TimeSpan HungAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a part of a test that may not take longer than a bound.</summary>
    /// <param name="max">The bound, before stretching.</param>
    /// <param name="action">The part.</param>
    /// <param name="epsilonValue">By how much it may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">When cancelled, the part is not started.</param>
    public void Within(
        TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs a part of a test that may not take longer than a bound. Waits without blocking.</summary>
    /// <param name="max">The bound, before stretching.</param>
    /// <param name="actionAsync">The part.</param>
    /// <param name="epsilonValue">By how much it may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">Ends the wait for the part.</param>
    /// <returns>A task that ends with the part.</returns>
    public Task WithinAsync(
        TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <summary>Runs a part of a test that has to take a time between two bounds.</summary>
    /// <param name="min">The lower bound, not stretched.</param>
    /// <param name="max">The upper bound, before stretching.</param>
    /// <param name="action">The part.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="epsilonValue">By how much the upper bound may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">When cancelled, the part is not started.</param>
    public void Within(
        TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Within(
            min, max,
            () =>
            {
                action();
                return true;
            },
            hint, epsilonValue, cancellationToken);
    }

    /// <summary>Runs a part of a test that has to take a time between two bounds. Waits without blocking.</summary>
    /// <param name="min">The lower bound, not stretched.</param>
    /// <param name="max">The upper bound, before stretching.</param>
    /// <param name="actionAsync">The part.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="epsilonValue">By how much the upper bound may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">Ends the wait for the part.</param>
    /// <returns>A task that ends with the part.</returns>
    public Task WithinAsync(
        TimeSpan min, TimeSpan max, Func<Task> actionAsync, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actionAsync);
        return WithinAsync(
            min, max,
            async () =>
            {
                await actionAsync();
                return true;
            },
            hint, epsilonValue, cancellationToken);
    }

    /// <summary>Runs a part of a test that may not take longer than a bound.</summary>
    /// <typeparam name="T">What the part returns.</typeparam>
    /// <param name="max">The bound, before stretching.</param>
    /// <param name="function">The part.</param>
    /// <param name="epsilonValue">By how much it may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">When cancelled, the part is not started.</param>
    /// <returns>What the part returned.</returns>
    public T Within<T>(
        TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a part of a test that may not take longer than a bound. Waits without blocking.</summary>
    /// <typeparam name="T">What the part returns.</typeparam>
    /// <param name="max">The bound, before stretching.</param>
    /// <param name="function">The part.</param>
    /// <param name="epsilonValue">By how much it may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">Ends the wait for the part.</param>
    /// <returns>What the part returned.</returns>
    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <summary>Runs a part of a test that has to take a time between two bounds.</summary>
    /// <typeparam name="T">What the part returns.</typeparam>
    /// <param name="min">The lower bound, not stretched.</param>
    /// <param name="max">The upper bound, before stretching.</param>
    /// <param name="function">The part.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="epsilonValue">By how much the upper bound may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">When cancelled, the part is not started.</param>
    /// <returns>What the part returned.</returns>
    public T Within<T>(
        TimeSpan min, TimeSpan max, Func<T> function, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return WithinCore(
            true, min, max, () => new ValueTask<T>(function()), hint, epsilonValue, cancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>Runs a part of a test that has to take a time between two bounds. Waits without blocking.</summary>
    /// <typeparam name="T">What the part returns.</typeparam>
    /// <param name="min">The lower bound, not stretched.</param>
    /// <param name="max">The upper bound, before stretching.</param>
    /// <param name="function">The part.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="epsilonValue">By how much the upper bound may be exceeded; null for not at all.</param>
    /// <param name="cancellationToken">Ends the wait for the part.</param>
    /// <returns>What the part returned.</returns>
    public Task<T> WithinAsync<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint = null, TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        return WithinCore(
            false, min, max, () => new ValueTask<T>(function()), hint, epsilonValue, cancellationToken).AsTask();
    }

    private async ValueTask<T> WithinCore<T>(
        bool sync, TimeSpan min, TimeSpan max, Func<ValueTask<T>> part, string? hint, TimeSpan? epsilon,
        CancellationToken cancellationToken)
    {
        if (min < TimeSpan.Zero) throw new ArgumentException($"The lower bound is {min}: it is infinite or negative.", nameof(min));
        cancellationToken.ThrowIfCancellationRequested();
        var limit = RemainingOrDilated(max);
        if (limit < min)
        {
            throw Fail(
                $"a part of the test that takes at least {ExpectationReport.Describe(min)}",
                $"only {ExpectationReport.Describe(limit)} are left", hint);
        }

        var (start, outer) = (Now, _end);
        _end = start + limit;
        _lastWasNoMessage = false;
        T result;
        try
        {
            var running = part();
            if (sync || running.IsCompleted)
            {
                result = running.GetAwaiter().GetResult();
            }
            else
            {
                var task = running.AsTask();
                if (!await EndsIn(task, limit + (epsilon ?? TimeSpan.Zero) + HungAfter, cancellationToken))
                    throw Fail($"a part of the test that ends within {ExpectationReport.Describe(limit)}", "it still runs", hint);
                result = await task;
            }
        }
        finally
        {
            _end = outer;
        }

        Judge(Now - start, min, limit, epsilon ?? TimeSpan.Zero, hint);
        return result;
    }

    // Asks the task, not a clock: the timer that ends the wait and the clock that judges do not agree to the millisecond.
    private static async ValueTask<bool> EndsIn(Task task, TimeSpan limit, CancellationToken cancellationToken)
    {
        await task.WaitAsync(limit, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!task.IsCompleted) cancellationToken.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    private void Judge(TimeSpan taken, TimeSpan min, TimeSpan max, TimeSpan epsilon, string? hint)
    {
        var instead = $"it took {ExpectationReport.Describe(taken)}";
        if (taken < min)
            throw Fail($"a part of the test that takes at least {ExpectationReport.Describe(min)}", instead, hint);

        // A part that ends with waiting for silence has by design used up all its time.
        if (!_lastWasNoMessage && taken > max + epsilon)
        {
            throw Fail(
                $"a part of the test that takes at most {ExpectationReport.Describe(max)}"
                + (epsilon > TimeSpan.Zero ? $" and {ExpectationReport.Describe(epsilon)}" : ""),
                instead, hint);
        }
    }
}
