using Akka.Control;

namespace Akka.Actor;

/// <summary>Sends the outcome of a task to an actor: its result, or a <see cref="Status.Failure"/>.</summary>
public static class PipeToSupport
{
    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe, ICanTell recipient, IActorRef? sender = null,
        Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, false, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe, ICanTell recipient, IActorRef? sender = null,
        Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, false, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="useConfigureAwait">True to continue in the current context.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null,
        Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="useConfigureAwait">True to continue in the current context.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null,
        Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        Pipe(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself: none.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo(
        this Task taskToPipe, ICanTell recipient, IActorRef? sender = null,
        Func<object>? success = null, Func<Exception, object>? failure = null) =>
        PipeNothing(taskToPipe, recipient, false, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself: none.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo(
        this ValueTask taskToPipe, ICanTell recipient, IActorRef? sender = null,
        Func<object>? success = null, Func<Exception, object>? failure = null) =>
        PipeNothing(taskToPipe.AsTask(), recipient, false, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="useConfigureAwait">True to continue in the current context.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself: none.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo(
        this Task taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null,
        Func<object>? success = null, Func<Exception, object>? failure = null) =>
        PipeNothing(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the outcome of a task to an actor.</summary>
    /// <param name="taskToPipe">The task.</param>
    /// <param name="recipient">Who gets the outcome.</param>
    /// <param name="useConfigureAwait">True to continue in the current context.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    /// <param name="success">Makes the message from the result; null for the result itself: none.</param>
    /// <param name="failure">Makes the message from the exception; null for a <see cref="Status.Failure"/>.</param>
    /// <returns>Done when the outcome is sent.</returns>
    public static Task PipeTo(
        this ValueTask taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null,
        Func<object>? success = null, Func<Exception, object>? failure = null) =>
        PipeNothing(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    private static async Task Pipe<T>(
        Task<T> task, ICanTell recipient, bool useConfigureAwait, IActorRef? sender, Func<T, object>? success,
        Func<Exception, object>? failure)
    {
        // The actor that runs now is the sender, as in Tell; by the time of the outcome another one may be running.
        sender ??= ActorCell.Current;
        object outcome;
        try
        {
            if (ControlledWorld.Of(recipient) is { } world) await new Turn(task, world.Tasks, recipient);
            var result = await task.ConfigureAwait(useConfigureAwait);
            outcome = success is null ? result! : success(result);
        }
        catch (Exception e)
        {
            outcome = failure is null ? new Status.Failure(e) : failure(e);
        }

        recipient.Tell(outcome, sender);
    }

    private static async Task PipeNothing(
        Task task, ICanTell recipient, bool useConfigureAwait, IActorRef? sender, Func<object>? success,
        Func<Exception, object>? failure)
    {
        sender ??= ActorCell.Current;
        object? outcome;
        try
        {
            if (ControlledWorld.Of(recipient) is { } world) await new Turn(task, world.Tasks, recipient);
            await task.ConfigureAwait(useConfigureAwait);
            outcome = success?.Invoke();
        }
        catch (Exception e)
        {
            outcome = failure is null ? new Status.Failure(e) : failure(e);
        }

        if (outcome is not null) recipient.Tell(outcome, sender);
    }
}
