using Akka.Actor;

namespace Akka.TestKit;

// Expectations of the next message and its sender.
public abstract partial class TestKitBase
{
    /// <summary>Expects the next message to be of a type and from a sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="duration">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(true, From(sender), null, duration, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to be of a type and from a sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="duration">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore<T>(false, From(sender), null, duration, hint, cancellationToken);

    /// <summary>Expects the next message to equal a value and to be from a sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="message">The value.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, From(sender), Is(message), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to equal a value and to be from a sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="message">The value.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, From(sender), Is(message), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to fulfil a condition and to be from a sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="isMessage">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, From(sender), Fulfils(isMessage), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to fulfil a condition and to be from a sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="isMessage">The condition.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, From(sender), Fulfils(isMessage), timeout, hint, cancellationToken);

    /// <summary>Expects the next message and its sender to fulfil conditions.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isSender">The condition on the sender.</param>
    /// <param name="isMessage">The condition on the message.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, From(isSender), Fulfils(isMessage), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message and its sender to fulfil conditions. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="isSender">The condition on the sender.</param>
    /// <param name="isMessage">The condition on the message.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef> isSender, Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, From(isSender), Fulfils(isMessage), timeout, hint, cancellationToken);

    /// <summary>Expects the next message to pass assertions and to be from a sender.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="assertMessage">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, From(sender), Passes(assertMessage), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message to pass assertions and to be from a sender. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="sender">Who has to have sent it.</param>
    /// <param name="assertMessage">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, From(sender), Passes(assertMessage), timeout, hint, cancellationToken);

    /// <summary>Expects the next message and its sender to pass assertions.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assertSender">Throws when the sender is wrong.</param>
    /// <param name="assertMessage">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public T ExpectMsgFrom<T>(
        Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(true, From(assertSender), Passes(assertMessage), timeout, hint, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects the next message and its sender to pass assertions. Waits without blocking.</summary>
    /// <typeparam name="T">The type of message.</typeparam>
    /// <param name="assertSender">Throws when the sender is wrong.</param>
    /// <param name="assertMessage">Throws when the message is wrong.</param>
    /// <param name="timeout">How long to wait; null for what is left of <c>Within</c>, or the default.</param>
    /// <param name="hint">What the failure says besides.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The message.</returns>
    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef> assertSender, Action<T> assertMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        ExpectCore(false, From(assertSender), Passes(assertMessage), timeout, hint, cancellationToken);
}
