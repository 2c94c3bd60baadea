namespace Akka.Actor;

/// <summary>A message with its sender.</summary>
public readonly struct Envelope
{
    /// <summary>Wraps a message; no sender means the dead letters of <paramref name="system"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="system">The system whose dead letters stand in for a missing sender.</param>
    public Envelope(object message, IActorRef? sender, ActorSystem system)
        : this(message, sender ?? system.DeadLetters)
    {
    }

    /// <summary>Wraps a message as it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    public Envelope(object message, IActorRef? sender)
    {
        Message = message;
        Sender = sender!;
    }

    /// <summary>The sender; null when there is none.</summary>
    public IActorRef Sender { get; }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender?.ToString() ?? "NoSender"}";
}
