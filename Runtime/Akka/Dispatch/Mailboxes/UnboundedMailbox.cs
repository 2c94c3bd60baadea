using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A queue without a bound. The default mailbox behaves the same and is faster.</summary>
/// <param name="settings">The settings of the system.</param>
/// <param name="config">The mailbox's own section.</param>
public sealed class UnboundedMailbox(Settings settings, Config config)
    : MailboxType(settings, config), IProducesMessageQueue<UnboundedMessageQueue>
{
    /// <summary>For use without a system.</summary>
    public UnboundedMailbox()
        : this(null!, Config.Empty)
    {
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedMessageQueue();
}
