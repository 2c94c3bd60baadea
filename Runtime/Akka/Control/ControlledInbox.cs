using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Control;

/// <summary>
/// What waits for one receiver of a controlled world, and nothing is locked. An actor's is its mailbox as well: one object, since each
/// world makes all of them anew. That of a reference without an actor, or of a task, is a mailbox that nobody asks.
/// </summary>
internal sealed partial class ControlledInbox : Mailbox, IInbox, IMessageQueue
{
    // Null where there is an actor.
    private readonly IInboxOwner? _owner;
    private SystemQueue _system = new();
    private InboxQueue _ordinary = new();
    private string? _path;

    /// <summary>The inbox of a reference without an actor, or of a task.</summary>
    /// <param name="world">The world.</param>
    /// <param name="owner">Handles what it holds.</param>
    /// <param name="id">Its number in the world.</param>
    public ControlledInbox(ControlledWorld world, IInboxOwner owner, int id)
        : base(null!, null!) => (World, _owner, Id) = (world, owner, id);

    public int Id { get; }

    public InboxKind Kind => _owner?.Kind ?? InboxKind.Actor;

    public string Path => _path ??= _owner?.Path ?? Actor.Path.ToStringWithoutAddress();

    public object? Owner => _owner is null ? Actor : _owner.Reference;

    public int Count => _system.Count + OrdinaryCount;

    public Delivery Next
    {
        get
        {
            if (_system.Count > 0) return SystemDelivery(_system.First);
            if (_ordinary.Count > 0) return OrdinaryDelivery(_ordinary.First);
            if (!TryPeekQueue(out var envelope)) throw new InvalidOperationException($"Nothing waits for {Path}.");
            return OrdinaryDelivery(new InboxItem(envelope.Message, envelope.Sender, 0));
        }
    }

    public long NextCause =>
        _system.Count > 0 ? _system.FirstCause : _ordinary.Count > 0 ? _ordinary.FirstCause : Next.Cause;

    /// <summary>The place of its actor in the canonical order, or <see cref="InboxOrder.NoPlace"/>.</summary>
    public int Place { get; set; } = InboxOrder.NoPlace;

    public long LastStep { get; set; }

    /// <summary>Its place among the inboxes without an actor.</summary>
    public long Number { get; init; }

    /// <summary>True while it stands among those without an actor that are ready.</summary>
    public bool IsListed { get; set; }

    /// <summary>The actor, or null.</summary>
    public ActorCell? Cell => Actor;

    public int OrdinaryCount => _ordinary.Count + (_queue?.Count ?? 0);

    public ControlledWorld World { get; }

    bool IInbox.IsAwaiting => IsAwaiting;

    public bool HasOrdinary => _ordinary.Count > 0 || _queue is { HasMessages: true };

    /// <summary>True when a step would handle something.</summary>
    public bool CanStep => _system.Count > 0 || (HasOrdinary && MayRunUserMessages);

    public void AddSystem(SystemMessage message, long cause) => _system.Add(message, cause);

    public void Add(object message, IActorRef? sender, long cause) => _ordinary.Add(message, sender, cause);

    public void AddFirst(object message, IActorRef? sender, long cause) => _ordinary.AddFirst(message, sender, cause);

    public bool TryTakeSystem([NotNullWhen(true)] out SystemMessage? message)
    {
        message = _system.Count > 0 ? _system.Take() : null;
        return message is not null;
    }

    public bool TryTakeOrdinary(out Envelope envelope)
    {
        var any = _ordinary.Count > 0;
        envelope = any ? new Envelope(_ordinary.Take(out var sender, out _), sender) : default;
        return any;
    }

    /// <summary>True when a step would handle an ordinary message for an actor, as almost every step does.</summary>
    public bool IsPlain => _system.Count == 0 && _ordinary.Count > 0 && _owner is null && MayRunUserMessages && _queue is null;

    /// <summary>True when another step would handle something, behind one that was plain. Nobody can foretell it, a branch neither.</summary>
    public bool CanStepAgain => _system.Count + (MayRunUserMessages ? _ordinary.Count : 0) > 0;

    /// <summary>True when ordinary messages would be handled.</summary>
    public bool IsOpen => MayRunUserMessages;

    /// <summary>Handles an ordinary message for an actor.</summary>
    /// <param name="cause">The step that sent it.</param>
    public void StepPlainly(out long cause)
    {
        var message = _ordinary.Take(out var sender, out cause);
        Actor.InvokeAlone(message, sender, World.Turn);
    }

    /// <summary>Handles one delivery.</summary>
    public void Step()
    {
        if (_system.Count > 0)
        {
            var message = _system.Take();

            // The continuations of an asynchronous handler go to the scheduler of its actor, which a context would hide.
            World.TakeContinuations(isOurs: message is not ActorTask);
            HandleSystem(message);
        }
        else if (_owner is not null)
        {
            World.TakeContinuations(isOurs: !_owner.ContinuesInPlace);
            _owner.Handle(_ordinary.Take(out var sender, out _), sender);
        }
        else
        {
            World.TakeContinuations(isOurs: true);
            if (_ordinary.Count > 0) StepPlainly(out _);
            else HandleFromQueue();
        }
    }

    private static Delivery SystemDelivery(in InboxItem item) => new(
        item.Message is ActorTask ? DeliveryKind.Continuation : DeliveryKind.System, item.Message, null, item.Cause);

    private Delivery OrdinaryDelivery(in InboxItem item) => new(
        Kind == InboxKind.Task ? DeliveryKind.Continuation : item.Message is SystemMessage ? DeliveryKind.System : DeliveryKind.Ordinary,
        item.Message is TimerMessage timer ? timer.Message : item.Message, item.Sender, item.Cause);
}
