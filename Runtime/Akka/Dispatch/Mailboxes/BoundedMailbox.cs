using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// A queue with a bound, from <c>mailbox-capacity</c> and <c>mailbox-push-timeout-time</c> of the mailbox's section. What
/// finds no room in time becomes a dead letter.
/// </summary>
public sealed class BoundedMailbox
    : MailboxType, IProducesMessageQueue<BoundedMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>Reads the bound.</summary>
    /// <param name="settings">The settings of the system.</param>
    /// <param name="config">The mailbox's own section.</param>
    /// <exception cref="ArgumentException">The capacity is not more than zero or the time is negative.</exception>
    public BoundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        Capacity = config.GetInt("mailbox-capacity");
        PushTimeout = config.GetTimeSpan("mailbox-push-timeout-time", TimeSpan.Zero);
        if (Capacity <= 0) throw new ArgumentException("The capacity for BoundedMailbox must be more than zero", nameof(config));
        if (PushTimeout < TimeSpan.Zero) throw new ArgumentException("The push time-out for BoundedMailbox must not be negative", nameof(config));
    }

    /// <summary>The most messages that wait.</summary>
    public int Capacity { get; }

    /// <inheritdoc/>
    public TimeSpan PushTimeout { get; }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BoundedMessageQueue(Capacity, PushTimeout);
}
