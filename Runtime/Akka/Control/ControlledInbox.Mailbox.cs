using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Control;

/// <content>The inbox of an actor as its mailbox.</content>
internal sealed partial class ControlledInbox
{
    // The queue of a configured type, or null for the usual one.
    private readonly IMessageQueue? _queue;

    /// <summary>The mailbox of an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="dispatcher">The dispatcher of the world.</param>
    /// <param name="queue">The queue of a configured type, or null for the usual one.</param>
    public ControlledInbox(ActorCell actor, ControlledDispatcher dispatcher, IMessageQueue? queue)
        : base(actor, dispatcher)
    {
        World = dispatcher.World;
        Id = World.InboxIdFor(actor);
        _queue = queue;
    }

    public override IMessageQueue MessageQueue => _queue ?? this;

    /// <summary>True when ordinary messages are handled in the order of their arrival.</summary>
    public bool IsInOrder => _queue is null;

    bool IMessageQueue.HasMessages => HasOrdinary;

    int IMessageQueue.Count => OrdinaryCount;

    private protected override bool HasUserMessages => HasOrdinary;

    /// <summary>Puts an ordinary message for an actor where it belongs.</summary>
    public void Add(in Envelope envelope, long cause)
    {
        if (_queue is null) Add(envelope.Message, envelope.Sender, cause);
        else _queue.Enqueue(Actor, envelope);
    }

    void IMessageQueue.Enqueue(IActorRef receiver, Envelope envelope) => World.Deliver(this, in envelope);

    bool IMessageQueue.TryDequeue(out Envelope envelope) => TryTake(out envelope);

    void IMessageQueue.CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryTake(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    internal override bool Post(in Envelope envelope)
    {
        World.Deliver(this, in envelope);
        return false;
    }

    internal override void Prepend(ReadOnlySpan<Envelope> envelopes)
    {
        for (var i = envelopes.Length - 1; i >= 0; i--) AddFirst(envelopes[i].Message, envelopes[i].Sender, World.Cause);
    }

    private protected override bool TryTake(out Envelope envelope) =>
        TryTakeOrdinary(out envelope) || (_queue is not null && _queue.TryDequeue(out envelope));

    private protected override void DrainToDeadLetters()
    {
        World.NoteEnd(this);
        while (TryTakeSystem(out var message)) Actor.HandleAfterDeath(message);
        while (TryTakeOrdinary(out var envelope)) Actor.DeadLetter(in envelope);
        _queue?.CleanUp(Actor, Actor.SystemImpl.DeadLetterQueue);
        World.Forget(this);
    }

    private void HandleSystem(SystemMessage message)
    {
        var turn = World.Turn;
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

    // What the queue of a configured type gives may be nothing.
    private void HandleFromQueue()
    {
        if (_queue!.TryDequeue(out var envelope)) Actor.InvokeAlone(envelope.Message, envelope.Sender, World.Turn);
    }

    // What the queue of a configured type would give; only the runtime's own queues can tell.
    private bool TryPeekQueue(out Envelope envelope)
    {
        envelope = default;
        return _queue is { HasMessages: true } && (_queue is not IPeekableQueue own || own.TryPeek(out envelope));
    }
}
