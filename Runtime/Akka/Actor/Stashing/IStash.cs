using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Messages that an actor has put aside.</summary>
public interface IStash
{
    /// <summary>The number of messages put aside.</summary>
    int Count { get; }

    /// <summary>True when none is put aside.</summary>
    bool IsEmpty { get; }

    /// <summary>True when some are put aside.</summary>
    bool NonEmpty { get; }

    /// <summary>True when no more fit.</summary>
    bool IsFull { get; }

    /// <summary>The most messages that fit; -1 for no bound.</summary>
    int Capacity { get; }

    /// <summary>Puts the current message aside.</summary>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    /// <exception cref="IllegalActorStateException">The current message is put aside already, or there is none.</exception>
    void Stash();

    /// <summary>Puts the oldest message back to the front of the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all messages back to the front of the mailbox, in the order in which they arrived.</summary>
    void UnstashAll();

    /// <summary>Puts back the messages that a predicate selects; the others are dropped.</summary>
    /// <param name="predicate">True for a message to put back.</param>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash.</summary>
    /// <returns>What was in it, in the order of arrival.</returns>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages aside before those that are.</summary>
    /// <param name="envelopes">The messages, in order.</param>
    void Prepend(IEnumerable<Envelope> envelopes);
}

/// <summary>An actor whose stash the runtime provides.</summary>
public interface IActorStash
{
    /// <summary>The stash; set by the runtime before the first message.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor with a stash, on any mailbox.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor with a stash; the bound is that of <see cref="Props.WithStashCapacity"/> or of its mailbox's section.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash that has no bound.</summary>
public interface IWithUnboundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash that has a bound.</summary>
public interface IWithBoundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>;
