namespace Akka.Actor;

/// <summary>An actor could not be constructed or started.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>An exception without a message.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="cause">Why.</param>
    public ActorInitializationException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>An exception about an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="message">What happened.</param>
    /// <param name="cause">Why, or null.</param>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>The actor, or null when none is known.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}

/// <summary>The hook before a restart failed.</summary>
/// <param name="actor">The actor.</param>
/// <param name="restartException">What the hook threw.</param>
/// <param name="cause">The failure that made the restart necessary.</param>
/// <param name="optionalMessage">The message that had failed, or null.</param>
public class PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
    : ActorInitializationException(
        actor,
        $"Exception in PreRestart (cause of the restart: {cause?.GetType()}, "
        + $"message: {optionalMessage?.GetType().ToString() ?? "none"})",
        restartException)
{
    /// <summary>What the hook threw.</summary>
    public Exception RestartException { get; } = restartException;

    /// <summary>The message that had failed, or null.</summary>
    public object? OptionalMessage { get; } = optionalMessage;
}

/// <summary>The constructor or a hook failed during a restart.</summary>
/// <param name="actor">The actor.</param>
/// <param name="cause">What was thrown.</param>
/// <param name="originalCause">The failure that made the restart necessary.</param>
public class PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
    : ActorInitializationException(
        actor, $"Exception after restart (cause of the restart: {originalCause?.GetType()})", cause)
{
    /// <summary>The failure that made the restart necessary.</summary>
    public Exception OriginalCause { get; } = originalCause!;
}
