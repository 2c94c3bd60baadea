using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// A queue without a bound that gives the message with the lowest number first, equal ones in any order.
/// What is unstashed comes before all of them.
/// </summary>
public abstract class UnboundedPriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedPriorityMessageQueue>
{
    /// <summary>For how many messages there is room at first.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>A mailbox type.</summary>
    /// <param name="settings">The settings of the system.</param>
    /// <param name="config">The mailbox's own section.</param>
    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config) => InitialCapacity = DefaultCapacity;

    /// <summary>For how many messages there is room at first.</summary>
    public int InitialCapacity { get; }

    /// <inheritdoc/>
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedPriorityMessageQueue(PriorityGenerator, InitialCapacity);

    /// <summary>Gives a message its number. Called on the sender's thread.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The number; the lowest comes first.</returns>
    protected abstract int PriorityGenerator(object message);
}
