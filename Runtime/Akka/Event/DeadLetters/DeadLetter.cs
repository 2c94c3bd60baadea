using Akka.Actor;

namespace Akka.Event;

/// <summary>Marks a message that is expected to reach nobody now and then.</summary>
public interface IDeadLetterSuppression;

/// <summary>A message that was not handled, with those who took part.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>A message that was not handled.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Who should have got it.</param>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who should have got it.</summary>
    public IActorRef Recipient { get; }

    /// <summary>Who sent it.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}

/// <summary>A message whose receiver does not live.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who should have got it.</param>
public sealed class DeadLetter(object message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

/// <summary>A message whose receiver does not live and that is expected to get lost now and then.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who should have got it.</param>
public sealed class SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);

/// <summary>A message that its receiver does not handle.</summary>
/// <param name="message">The message.</param>
/// <param name="sender">Who sent it.</param>
/// <param name="recipient">Who got it.</param>
public sealed class UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
    : AllDeadLetters(message, sender, recipient);
