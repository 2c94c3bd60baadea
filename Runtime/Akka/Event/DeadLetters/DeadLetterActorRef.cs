using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Event;

/// <summary>Where messages go that reach nobody: onto the event stream.</summary>
internal sealed class DeadLetterActorRef(ActorSystemImpl system) : MinimalActorRef, IMessageQueue
{
    private ActorPath? _path;

    public override ActorPath Path => _path ??= system.RootPath / "deadLetters";

    public override IActorRefProvider Provider => system.Provider;

    public override bool IsTerminated => true;

    public bool HasMessages => false;

    public int Count => 0;

    public void Enqueue(IActorRef receiver, Envelope envelope) =>
        Tell(new DeadLetter(envelope.Message, envelope.Sender ?? this, receiver), envelope.Sender);

    public bool TryDequeue(out Envelope envelope)
    {
        envelope = default;
        return false;
    }

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is Watch watch && !watch.Watcher.Equals(this))
        {
            watch.Watcher.SendSystemMessage(
                new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
        }
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        var letter = message as DeadLetter ?? new DeadLetter(message, sender ?? this, this);
        if (letter.Message is Identify identify)
        {
            letter.Sender.Tell(new ActorIdentity(identify.MessageId, null), this);
            return;
        }

        // A listener with a full mailbox must not hear of that: it would go round until the thread's stack is used up.
        if (letter.Message is AllDeadLetters || !system.EventStream.HasSubscribers) return;
        system.EventStream.Publish(
            letter.Message is IDeadLetterSuppression suppressed
                ? new SuppressedDeadLetter(suppressed, letter.Sender, letter.Recipient)
                : letter);
    }
}
