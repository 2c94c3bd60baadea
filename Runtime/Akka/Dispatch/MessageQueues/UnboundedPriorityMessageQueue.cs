using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue without a bound that gives the message with the lowest number first, equal ones in any order.</summary>
/// <param name="priorityGenerator">Gives a message its number.</param>
/// <param name="initialCapacity">For how many messages there is room at first.</param>
public class UnboundedPriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity)
    : IMessageQueue, IUnboundedMessageQueueSemantics, IPeekableQueue
{
    private readonly PriorityQueue<Envelope, int> _queue = new(initialCapacity);

    /// <inheritdoc/>
    public bool HasMessages => Count > 0;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_queue) return _queue.Count;
        }
    }

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        // Not within the lock: the number comes from the user's code.
        var priority = priorityGenerator(envelope.Message);
        lock (_queue) _queue.Enqueue(envelope, priority);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        lock (_queue) return _queue.TryDequeue(out envelope, out _);
    }

    /// <inheritdoc/>
    bool IPeekableQueue.TryPeek(out Envelope envelope)
    {
        lock (_queue) return _queue.TryPeek(out envelope, out _);
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }
}
