using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Control;

/// <summary>The mailbox of an actor of a controlled world: its inbox holds what waits, and nothing is locked.</summary>
internal sealed class ControlledMailbox : Mailbox, IMessageQueue, IInboxOwner
{
    private readonly ControlledWorld _world;
    private readonly IMessageQueue? _queue;

    /// <summary>A mailbox of an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="dispatcher">The dispatcher of the world.</param>
    /// <param name="queue">The queue of a configured type, or null for the usual one.</param>
    public ControlledMailbox(ActorCell actor, ControlledDispatcher dispatcher, IMessageQueue? queue)
        : base(actor, dispatcher)
    {
        _world = dispatcher.World;
        _queue = queue;
        Inbox = _world.NewInbox(this, this);
    }

    public ControlledInbox Inbox { get; }

    public override IMessageQueue MessageQueue => _queue ?? this;

    public bool IsSuspended => !MayRunUserMessages;

    /// <summary>True when ordinary messages are handled in the order of their arrival.</summary>
    public bool IsInOrder => _queue is null;

    /// <summary>True when the queue of a configured type has something to give.</summary>
    public bool HasQueued => _queue is { HasMessages: true };

    /// <summary>How many messages the queue of a configured type holds.</summary>
    public int QueueCount => _queue?.Count ?? 0;

    InboxKind IInboxOwner.Kind => InboxKind.Actor;

    string IInboxOwner.Path => Actor.Path.ToStringWithoutAddress();

    object IInboxOwner.Reference => Actor;

    bool IInboxOwner.ContinuesInPlace => false;

    bool IMessageQueue.HasMessages => HasUserMessages;

    int IMessageQueue.Count => Inbox.OrdinaryCount;

    private protected override bool HasUserMessages => Inbox.HasOrdinary;

    public void HandleSystem(SystemMessage message)
    {
        var turn = _world.Turn;
        var outer = turn.Actor;
        turn.Actor = Actor;
        try
        {
            Actor.InvokeSystem(message);
        }
        catch (Exception e)
        {
            turn.Actor = outer;
            Dispatcher.ReportFailedTurn(e);
            return;
        }

        turn.Actor = outer;
    }

    public void Handle(object message, IActorRef? sender) => Actor.InvokeAlone(message, sender, _world.Turn);

    /// <summary>Handles what the queue of a configured type gives, which may be nothing.</summary>
    public void HandleFromQueue()
    {
        if (_queue!.TryDequeue(out var envelope)) Actor.InvokeAlone(envelope.Message, envelope.Sender, _world.Turn);
    }

    /// <summary>Looks at what the queue of a configured type would give; only the runtime's own queues can tell.</summary>
    /// <returns>False when there is nothing.</returns>
    public bool TryPeekQueue(out Envelope envelope)
    {
        envelope = default;
        return HasQueued && (_queue is not IPeekableQueue own || own.TryPeek(out envelope));
    }

    void IMessageQueue.Enqueue(IActorRef receiver, Envelope envelope) => _world.Deliver(this, in envelope);

    bool IMessageQueue.TryDequeue(out Envelope envelope) => TryTake(out envelope);

    void IMessageQueue.CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryTake(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    /// <summary>Puts an ordinary message where it belongs.</summary>
    public void Add(in Envelope envelope, long cause)
    {
        if (_queue is null) Inbox.Add(envelope.Message, envelope.Sender, cause);
        else _queue.Enqueue(Actor, envelope);
    }

    internal override bool Post(in Envelope envelope)
    {
        _world.Deliver(this, in envelope);
        return false;
    }

    internal override void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        for (var i = envelopes.Length - 1; i >= 0; i--)
        {
            Inbox.AddFirst(envelopes[i].Message, envelopes[i].Sender, _world.Cause);
        }
    }

    private protected override bool TryTake(out Envelope envelope)
    {
        return Inbox.TryTake(out envelope) || (_queue is not null && _queue.TryDequeue(out envelope));
    }

    private protected override void DrainToDeadLetters()
    {
        _world.NoteEnd(Inbox);
        while (Inbox.TryTakeSystem(out var message)) Actor.HandleAfterDeath(message);
        while (Inbox.TryTake(out var envelope)) Actor.DeadLetter(in envelope);
        _queue?.CleanUp(Actor, Actor.SystemImpl.DeadLetterQueue);
        _world.Forget(Inbox);
    }
}
