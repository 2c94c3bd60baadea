namespace Akka.TestKit;

/// <summary>A filter that is ready for use: it counts events, or hides them.</summary>
public interface IEventFilterApplier
{
    /// <summary>Adds a further filter: an event that any of them wants counts.</summary>
    EventFilterFactory And { get; }

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    void ExpectOne(Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <param name="actionAsync">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="actionAsync">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="actionAsync">What to run.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one event that matches while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects a number of events that match while something runs, or soon after.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="expectedCount">How many events are expected; for 0, the whole time passes without one.</param>
    /// <param name="timeout">How long to wait for missing events after the action; null for <c>akka.test.filter-leeway</c>.</param>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    Task<T> ExpectAsync<T>(int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match while something runs.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    T Mute<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match while something runs.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="func">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What it returned.</returns>
    Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match while something runs.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    void Mute(Action action, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match while something runs.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match while something runs.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A task that ends when the events have come.</returns>
    Task MuteAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Hides the events that match until it is ended.</summary>
    /// <returns>Ends it.</returns>
    IUnmutableFilter Mute();
}
