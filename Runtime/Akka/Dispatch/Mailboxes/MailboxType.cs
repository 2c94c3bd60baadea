using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Makes the queues of one kind of mailbox; created from <c>mailbox-type = "Ns.Type, Assembly"</c>.</summary>
/// <param name="settings">The settings of the system.</param>
/// <param name="config">The mailbox's own section.</param>
public abstract class MailboxType(Settings settings, Config config)
{
    /// <summary>The settings of the system.</summary>
    protected readonly Settings Settings = settings;

    /// <summary>The mailbox's own section.</summary>
    protected readonly Config Config = config;

    /// <summary>Makes a queue.</summary>
    /// <param name="owner">The actor.</param>
    /// <param name="system">The system.</param>
    /// <returns>The queue.</returns>
    public abstract IMessageQueue Create(IActorRef owner, ActorSystem system);
}
