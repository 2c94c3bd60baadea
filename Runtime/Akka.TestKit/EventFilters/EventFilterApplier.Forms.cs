namespace Akka.TestKit;

// The forms in which a filter can be applied; all come down to Run.
internal sealed partial class EventFilterApplier
{
    public void ExpectOne(
        Action action, CancellationToken cancellationToken = default) =>
        Run(true, 1, null, Plain(action), cancellationToken).GetAwaiter().GetResult();

    public Task ExpectOneAsync(
        Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        Run(false, 1, null, Awaited(actionAsync), cancellationToken).AsTask();

    public void ExpectOne(
        TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Run(true, 1, timeout, Plain(action), cancellationToken).GetAwaiter().GetResult();

    public Task ExpectOneAsync(
        TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        Run(false, 1, timeout, Awaited(action), cancellationToken).AsTask();

    public Task ExpectOneAsync(
        Action action, CancellationToken cancellationToken = default) =>
        Run(false, 1, null, Plain(action), cancellationToken).AsTask();

    public void Expect(
        int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Run(true, expectedCount, null, Plain(action), cancellationToken).GetAwaiter().GetResult();

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, null, Awaited(actionAsync), cancellationToken).AsTask();

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, timeout, Awaited(actionAsync), cancellationToken).AsTask();

    public void Expect(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Run(true, expectedCount, timeout, Plain(action), cancellationToken).GetAwaiter().GetResult();

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, timeout, Awaited(action), cancellationToken).AsTask();

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, timeout, Plain(action), cancellationToken).AsTask();

    public T ExpectOne<T>(
        Func<T> func, CancellationToken cancellationToken = default) =>
        Run(true, 1, null, Plain(func), cancellationToken).GetAwaiter().GetResult();

    public Task<T> ExpectOneAsync<T>(
        Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(false, 1, null, Awaited(func), cancellationToken).AsTask();

    public T ExpectOne<T>(
        TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(true, 1, timeout, Plain(func), cancellationToken).GetAwaiter().GetResult();

    public Task<T> ExpectOneAsync<T>(
        TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(false, 1, timeout, Awaited(func), cancellationToken).AsTask();

    public T Expect<T>(
        int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(true, expectedCount, null, Plain(func), cancellationToken).GetAwaiter().GetResult();

    public Task<T> ExpectAsync<T>(
        int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, null, Awaited(func), cancellationToken).AsTask();

    public T Expect<T>(
        int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Run(true, expectedCount, timeout, Plain(func), cancellationToken).GetAwaiter().GetResult();

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(false, expectedCount, timeout, Awaited(func), cancellationToken).AsTask();

    public T Mute<T>(
        Func<T> func, CancellationToken cancellationToken = default) =>
        Run(true, null, null, Plain(func), cancellationToken).GetAwaiter().GetResult();

    public Task<T> MuteAsync<T>(
        Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(false, null, null, Awaited(func), cancellationToken).AsTask();

    public void Mute(
        Action action, CancellationToken cancellationToken = default) =>
        Run(true, null, null, Plain(action), cancellationToken).GetAwaiter().GetResult();

    public Task MuteAsync(
        Func<Task> action, CancellationToken cancellationToken = default) =>
        Run(false, null, null, Awaited(action), cancellationToken).AsTask();

    public Task MuteAsync(
        Action action, CancellationToken cancellationToken = default) =>
        Run(false, null, null, Plain(action), cancellationToken).AsTask();

    private static Func<ValueTask<bool>> Plain(Action action) => () =>
    {
        action();
        return new ValueTask<bool>(true);
    };

    private static Func<ValueTask<T>> Plain<T>(Func<T> func) => () => new ValueTask<T>(func());

    private static Func<ValueTask<bool>> Awaited(Func<Task> action) => async () =>
    {
        await action();
        return true;
    };

    private static Func<ValueTask<T>> Awaited<T>(Func<Task<T>> func) => () => new ValueTask<T>(func());
}
