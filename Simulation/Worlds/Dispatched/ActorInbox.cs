using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// What waits for an actor. Ordinary messages wait in the mailbox, where everybody who counts them finds them; system
/// messages wait here. A turn of a mailbox handles all system messages and then an ordinary one, so for a step that handles a
/// system message it gets that one only, and the ordinary ones are taken out of it meanwhile.
/// </summary>
internal sealed class ActorInbox : DispatchedInbox
{
    private readonly WorldDispatcher _dispatcher;
    private readonly ActorCell _cell;
    private readonly Mailbox _mailbox;
    private readonly IMessageQueue _queue;
    private readonly bool _keepsOrder;
    private readonly Queue<(SystemMessage Message, long Cause)> _system = [];

    // What the queue of the mailbox holds, in its order, or what is taken out of it; not kept for one with an order of its own.
    private readonly Queue<(Envelope Envelope, long Cause)> _ordinary = [];
    private bool _isTakenOut;
    private bool _isScheduled;
    private bool _isUnseen;
    private bool _isClosed;
    private long _unseenCause;
    private string? _path;

    public ActorInbox(DispatchedWorld world, WorldDispatcher dispatcher, ActorCell cell, int id)
        : base(world, id)
    {
        _dispatcher = dispatcher;
        _cell = cell;
        _mailbox = cell.Mailbox;
        _queue = _mailbox.MessageQueue;
        _keepsOrder = KeepsOrder(_queue, _mailbox);
        Place = new ActorPlace(cell.Self.Path);
    }

    public override InboxKind Kind => InboxKind.Actor;

    public override string Path => _path ??= _cell.Self.Path.ToStringWithoutAddress();

    public override object Owner => _cell.Self;

    public override bool IsAwaiting => !CanStep && OrdinaryCount > 0;

    public override int Count => _system.Count + (_isUnseen ? 1 : 0) + OrdinaryCount;

    public override Delivery Next
    {
        get
        {
            if (_isUnseen)
                return new Delivery(DeliveryKind.System, null, null, _unseenCause);
            if (_system.TryPeek(out var system))
                return new Delivery(IsContinuation(system.Message) ? DeliveryKind.Continuation : DeliveryKind.System, system.Message, null, system.Cause);
            if (_ordinary.TryPeek(out var next))
                return new Delivery(DeliveryKind.Ordinary, Wrapping.Open(next.Envelope.Message), next.Envelope.Sender, next.Cause);
            return OrdinaryCount > 0 || CanStep
                ? new Delivery(DeliveryKind.Ordinary, null, null, 0)
                : throw new InvalidOperationException($"Nothing waits for {Path}.");
        }
    }

    public override bool CanStep => !_isClosed && (_isScheduled || HasSystem);

    public ActorPlace Place { get; }

    /// <summary>True once it has been sent something.</summary>
    public bool IsEntered { get; private set; }

    private bool HasSystem => _isUnseen || _system.Count > 0;

    private int OrdinaryCount => _isClosed ? 0 : _keepsOrder ? _ordinary.Count : _queue.Count;

    /// <summary>
    /// Tells a continuation of an asynchronous handler from the other system messages. The class is not public; its name
    /// begins so in the packages and in the stand-in.
    /// </summary>
    public static bool IsContinuation(SystemMessage message) => message.GetType().Name.StartsWith("ActorTask", StringComparison.Ordinal);

    /// <summary>Somebody sends an ordinary message.</summary>
    public void Add(in Envelope envelope)
    {
        if (_isClosed)
        {
            _dispatcher.Pass(_cell, envelope);
            return;
        }

        Enter();
        if (_isTakenOut)
        {
            _ordinary.Enqueue((envelope, World.Cause));
            return;
        }

        PutIn(envelope, World.Cause);
    }

    /// <summary>Somebody sends a system message.</summary>
    public void Add(SystemMessage message)
    {
        if (_isClosed)
        {
            _dispatcher.Pass(_cell, message);
            return;
        }

        Enter();
        _system.Enqueue((message, World.Cause));
        World.Refresh(this);
    }

    /// <summary>The mailbox wants to run.</summary>
    /// <param name="isCreated">True when it comes with a message in it that never went through the dispatcher.</param>
    public void Schedule(bool isCreated)
    {
        _isScheduled = true;
        if (isCreated)
            (_isUnseen, _unseenCause) = (true, World.Cause);
        Enter();
        World.Refresh(this);
    }

    /// <inheritdoc/>
    public override void Run()
    {
        if (HasSystem)
        {
            RunSystem();
        }
        else
        {
            _ordinary.TryDequeue(out _);
            RunMailbox();
        }

        if (!_isClosed && _keepsOrder)
            Reconcile();
    }

    /// <summary>Puts all that is held into the mailbox, which is about to be closed and knows what becomes of it.</summary>
    public void Release()
    {
        while (_system.TryDequeue(out var held))
            _dispatcher.Pass(_cell, held.Message);
        while (_isTakenOut && _ordinary.TryDequeue(out var held))
            _dispatcher.Pass(_cell, held.Envelope);
    }

    /// <summary>The actor has ended.</summary>
    public void Close()
    {
        _isClosed = true;
        _ordinary.Clear();
        World.Forget(this);
    }

    // A queue of any other class may have an order of its own. Not every runtime has all of these, and some have a mailbox that
    // is its own queue.
    private static bool KeepsOrder(IMessageQueue queue, Mailbox mailbox) =>
        ReferenceEquals(queue, mailbox) || queue.GetType() is
        {
            Namespace: "Akka.Dispatch.MessageQueues",
            Name: "UnboundedMessageQueue" or "BoundedMessageQueue" or "UnboundedDequeMessageQueue" or "BoundedDequeMessageQueue",
        };

    private void Enter()
    {
        if (IsEntered)
            return;
        IsEntered = true;
        World.Enter(this);
    }

    private void RunSystem()
    {
        if (_keepsOrder)
        {
            Empty();
            _isTakenOut = true;
        }

        if (_isUnseen)
            _isUnseen = false;
        else
            _dispatcher.Pass(_cell, _system.Dequeue().Message);
        if (_isScheduled)
            RunMailbox();
    }

    private void RunMailbox()
    {
        _isScheduled = false;
        _mailbox.Run();
    }

    // Puts back what was taken out, behind what a stash has put into the queue past the dispatcher.
    private void Reconcile()
    {
        var given = _queue.Count - (_isTakenOut ? 0 : _ordinary.Count);
        if (given == 0 && !_isTakenOut)
            return;
        for (; given < 0 && _ordinary.Count > 0; given++)
            _ordinary.Dequeue();
        var all = new List<(Envelope Envelope, long Cause)>();
        for (; given > 0 && _queue.TryDequeue(out var front); given--)
            all.Add((front, World.Cause));
        all.AddRange(_ordinary);
        _ordinary.Clear();
        Empty();
        _isTakenOut = false;
        foreach (var (envelope, cause) in all)
            PutIn(envelope, cause);
    }

    private void PutIn(in Envelope envelope, long cause)
    {
        // A queue that is full does not take it.
        var before = _queue.Count;
        _dispatcher.Pass(_cell, envelope);
        if (_keepsOrder && _queue.Count > before)
            _ordinary.Enqueue((envelope, cause));
    }

    private void Empty()
    {
        while (_queue.TryDequeue(out _))
        {
        }
    }
}
