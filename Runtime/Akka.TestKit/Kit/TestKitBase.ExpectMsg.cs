using Akka.Actor;

namespace Akka.TestKit;

// Expectations of the next message. Each fails when nothing comes in time or the next message is another one.
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="duration">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(true, null, null, duration, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="duration">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(false, null, null, duration, hint, cancellationToken);

    /// <summary>Expects the next message to equal a value.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="message">The value.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Is(message), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to equal a value. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="message">The value.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Is(message), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and to fulfil a condition.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Fulfils(isMessage), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type and to fulfil a condition. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isMessage">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Fulfils(isMessage), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and to pass assertions.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assert">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Passes(assert), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type and to pass assertions. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assert">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Passes(assert), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and to fulfil a condition with its sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isMessageAndSender">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Fulfils(isMessageAndSender), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type and to fulfil a condition with its sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isMessageAndSender">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Fulfils(isMessageAndSender), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to be of a type and to pass assertions with its sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assertMessageAndSender">Throws when the message or the sender is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Passes(assertMessageAndSender), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type and to pass assertions with its sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assertMessageAndSender">Throws when the message or the sender is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef> assertMessageAndSender, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Passes(assertMessageAndSender), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to equal a value by a comparer.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="expected">The value.</param>
    /// <param name="comparer">Says whether the two are equal.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsg<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Is(expected, comparer), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to equal a value by a comparer. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="expected">The value.</param>
    /// <param name="comparer">Says whether the two are equal.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgAsync<T>(
        T expected, Func<T, T, bool> comparer, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Is(expected, comparer), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to tell the end of an actor that is watched.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, null, Ends(target), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to tell the end of an actor that is watched. Waits without blocking.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, null, Ends(target), timeout, hint, cancellationToken);
}
