using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Control;

/// <summary>What waits for one receiver of a controlled world.</summary>
internal sealed class ControlledInbox(ControlledWorld world, IInboxOwner owner, ControlledMailbox? mailbox, int id) : IInbox
{
    private const int SystemAtFirst = 1;
    private const int OrdinaryAtFirst = 4;

    private InboxQueue _system = new();
    private InboxQueue _ordinary = new();
    private string? _path;

    public int Id => id;

    public InboxKind Kind => owner.Kind;

    public string Path => _path ??= owner.Path;

    public object? Owner => owner.Reference;

    public int Count => _system.Count + OrdinaryCount;

    public Delivery Next
    {
        get
        {
            if (_system.Count > 0) return SystemDelivery(_system.First);
            if (_ordinary.Count > 0) return OrdinaryDelivery(_ordinary.First);
            if (mailbox is null || !mailbox.TryPeekQueue(out var envelope)) throw new InvalidOperationException($"Nothing waits for {Path}.");
            return OrdinaryDelivery(new InboxItem(envelope.Message, envelope.Sender, 0));
        }
    }

    public long NextCause =>
        _system.Count > 0 ? _system.FirstCause : _ordinary.Count > 0 ? _ordinary.FirstCause : Next.Cause;

    /// <summary>The place of its actor in the canonical order, or <see cref="InboxOrder.NoPlace"/>.</summary>
    public int Place { get; set; } = InboxOrder.NoPlace;

    /// <summary>Its place among the inboxes without an actor.</summary>
    public long Number { get; init; }

    /// <summary>True while it stands among those without an actor that are ready.</summary>
    public bool IsListed { get; set; }

    /// <summary>The actor, or null.</summary>
    public ActorCell? Cell => mailbox?.Actor;

    public int OrdinaryCount => _ordinary.Count + (mailbox?.QueueCount ?? 0);

    public ControlledWorld World => world;

    public bool IsAwaiting => mailbox is { IsAwaiting: true };

    public bool HasOrdinary => _ordinary.Count > 0 || mailbox is { HasQueued: true };

    /// <summary>True when a step would handle something.</summary>
    public bool CanStep => _system.Count > 0 || (HasOrdinary && mailbox is not { IsSuspended: true });

    public void AddSystem(SystemMessage message, long cause) => _system.Add(message, null, cause, SystemAtFirst);

    public void Add(object message, IActorRef? sender, long cause) => _ordinary.Add(message, sender, cause, OrdinaryAtFirst);

    public void AddFirst(object message, IActorRef? sender, long cause) => _ordinary.AddFirst(message, sender, cause, OrdinaryAtFirst);

    public bool TryTakeSystem([NotNullWhen(true)] out SystemMessage? message)
    {
        message = _system.Count > 0 ? (SystemMessage)_system.Take(out _) : null;
        return message is not null;
    }

    public bool TryTake(out Envelope envelope)
    {
        var any = _ordinary.Count > 0;
        envelope = any ? new Envelope(_ordinary.Take(out var sender), sender) : default;
        return any;
    }

    /// <summary>True when a step would handle an ordinary message for an actor, as almost every step does.</summary>
    public bool IsPlain =>
        _system.Count == 0 && mailbox is not null && _ordinary.Count > 0 && !mailbox.IsSuspended && mailbox.IsInOrder;

    /// <summary>True when another step would handle something, behind one that was plain. Nobody can foretell it, a branch neither.</summary>
    public bool CanStepAgain => _system.Count + (mailbox!.IsSuspended ? 0 : _ordinary.Count) > 0;

    /// <summary>Handles an ordinary message for an actor.</summary>
    public void StepPlainly() => mailbox!.Actor.InvokeAlone(_ordinary.Take(out var sender), sender, world.Turn);

    /// <summary>Handles one delivery.</summary>
    public void Step()
    {
        if (_system.Count > 0)
        {
            var message = (SystemMessage)_system.Take(out _);

            // The continuations of an asynchronous handler go to the scheduler of its actor, which a context would hide.
            world.TakeContinuations(isOurs: message is not ActorTask);
            mailbox!.HandleSystem(message);
        }
        else if (mailbox is null)
        {
            world.TakeContinuations(isOurs: !owner.ContinuesInPlace);
            owner.Handle(_ordinary.Take(out var sender), sender);
        }
        else
        {
            world.TakeContinuations(isOurs: true);
            if (_ordinary.Count > 0) StepPlainly();
            else mailbox.HandleFromQueue();
        }
    }

    private static Delivery SystemDelivery(in InboxItem item) => new(
        item.Message is ActorTask ? DeliveryKind.Continuation : DeliveryKind.System, item.Message, null, item.Cause);

    private Delivery OrdinaryDelivery(in InboxItem item) => new(
        Kind == InboxKind.Task ? DeliveryKind.Continuation : item.Message is SystemMessage ? DeliveryKind.System : DeliveryKind.Ordinary,
        item.Message is TimerMessage timer ? timer.Message : item.Message, item.Sender, item.Cause);
}
