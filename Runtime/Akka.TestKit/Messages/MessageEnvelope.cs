using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message that a test actor received, with its sender.</summary>
public abstract class MessageEnvelope
{
    /// <summary>The message.</summary>
    public abstract object Message { get; }

    /// <summary>Who sent it.</summary>
    public abstract IActorRef Sender { get; }
}

/// <summary>Stands for no message.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only instance.</summary>
    public static readonly NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <summary>There is no message.</summary>
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override object Message => throw new IllegalActorStateException("No message has been received yet.");

    /// <summary>There is no sender.</summary>
    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override IActorRef Sender => throw new IllegalActorStateException("No message has been received yet.");

    /// <inheritdoc/>
    public override string ToString() => "<no message>";
}

/// <summary>A message that was received.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
public sealed class RealMessageEnvelope(object message, IActorRef sender) : MessageEnvelope
{
    /// <inheritdoc/>
    public override object Message { get; } = message;

    /// <inheritdoc/>
    public override IActorRef Sender { get; } = sender;

    /// <inheritdoc/>
    public override string ToString() => $"<{Message}> from {Sender?.ToString() ?? "NoSender"}";
}
