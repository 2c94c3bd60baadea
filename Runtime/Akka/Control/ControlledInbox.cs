using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Sim.Control;

namespace Akka.Control;

/// <summary>What waits for one receiver of a controlled world.</summary>
internal sealed class ControlledInbox(ControlledWorld world, IInboxOwner owner, ControlledMailbox? mailbox, int id) : IInbox
{
    private InboxQueue _system;
    private InboxQueue _ordinary;
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

    /// <summary>True while it stands among those that are ready.</summary>
    public bool IsReady { get; set; }

    /// <summary>The actor, or null.</summary>
    public ActorCell? Cell => mailbox?.Actor;

    public int OrdinaryCount => _ordinary.Count + (mailbox?.QueueCount ?? 0);

    public ControlledWorld World => world;

    public bool IsAwaiting => mailbox is { IsAwaiting: true };

    public bool HasOrdinary => _ordinary.Count > 0 || mailbox is { HasQueued: true };

    /// <summary>True when a step would handle something.</summary>
    public bool CanStep => _system.Count > 0 || (HasOrdinary && mailbox is not { IsSuspended: true });

    public void AddSystem(SystemMessage message, long cause) => _system.Add(message, null, cause);

    public void Add(object message, IActorRef? sender, long cause) => _ordinary.Add(message, sender, cause);

    public void AddFirst(object message, IActorRef? sender, long cause) => _ordinary.AddFirst(message, sender, cause);

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

    /// <summary>Handles what is next if it is an ordinary message for an actor.</summary>
    /// <returns>False when it is something else, and was not handled.</returns>
    public bool TryStepPlainly()
    {
        if (_system.Count > 0 || mailbox is null || _ordinary.Count == 0) return false;
        mailbox.Actor.InvokeAlone(_ordinary.Take(out var sender), sender, world.Turn);
        return true;
    }

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
            if (!TryStepPlainly()) mailbox.HandleFromQueue();
        }
    }

    private static Delivery SystemDelivery(in InboxItem item) => new(
        item.Message is ActorTask ? DeliveryKind.Continuation : DeliveryKind.System, item.Message, null, item.Cause);

    private Delivery OrdinaryDelivery(in InboxItem item) => new(
        Kind == InboxKind.Task ? DeliveryKind.Continuation : item.Message is SystemMessage ? DeliveryKind.System : DeliveryKind.Ordinary,
        item.Message is TimerMessage timer ? timer.Message : item.Message, item.Sender, item.Cause);
}
