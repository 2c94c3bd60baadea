using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A mailbox around a queue that a <see cref="MailboxType"/> made.</summary>
internal sealed class QueueMailbox(ActorCell actor, MessageDispatcher dispatcher, IMessageQueue queue)
    : Mailbox(actor, dispatcher)
{
    // What was put in front (a stash) comes first; the queue itself needs no front.
    private readonly Stack<Envelope> _front = new();

    public override IMessageQueue MessageQueue => queue;

    private protected override bool HasUserMessages => _front.Count > 0 || queue.HasMessages;

    internal override bool Post(in Envelope envelope)
    {
        if (IsClosed)
        {
            Actor.DeadLetter(in envelope);
            return false;
        }

        queue.Enqueue(Actor, envelope);
        EnterLock();
        var closed = IsClosed;
        var schedule = !closed && ClaimSchedulingLocked();
        ExitLock();
        if (closed) DrainToDeadLetters();
        return schedule;
    }

    internal override void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        for (var i = envelopes.Length - 1; i >= 0; i--) _front.Push(envelopes[i]);
    }

    private protected override bool TryTake(out Envelope envelope) =>
        _front.TryPop(out envelope) || queue.TryDequeue(out envelope);

    private protected override void DrainToDeadLetters()
    {
        lock (_front)
        {
            while (_front.TryPop(out var envelope)) Actor.DeadLetter(in envelope);
            queue.CleanUp(Actor, Actor.SystemImpl.DeadLetterQueue);
        }
    }
}
