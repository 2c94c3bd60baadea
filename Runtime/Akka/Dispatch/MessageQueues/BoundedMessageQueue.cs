using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue with a bound: a sender waits for room, and when none comes its message becomes a dead letter.</summary>
/// <param name="boundedCapacity">The most messages that wait, more than zero.</param>
/// <param name="pushTimeOut">How long a sender waits for room; zero for not at all.</param>
public class BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut) : IMessageQueue, IBoundedMessageQueueSemantics, IPeekableQueue
{
    private readonly Queue<Envelope> _queue = new();

    /// <inheritdoc/>
    public TimeSpan PushTimeOut => pushTimeOut;

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
        if (TryEnqueue(envelope)) return;
        var deadLetters = ((IInternalActorRef)receiver).Provider.DeadLetters;
        deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver), envelope.Sender);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        lock (_queue)
        {
            if (!_queue.TryDequeue(out envelope)) return false;
            Monitor.Pulse(_queue);
            return true;
        }
    }

    /// <inheritdoc/>
    bool IPeekableQueue.TryPeek(out Envelope envelope)
    {
        lock (_queue) return _queue.TryPeek(out envelope);
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
    }

    private bool TryEnqueue(Envelope envelope)
    {
        var begin = Environment.TickCount64;
        lock (_queue)
        {
            while (_queue.Count >= boundedCapacity)
            {
                var left = pushTimeOut - TimeSpan.FromMilliseconds(Environment.TickCount64 - begin);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_queue, left)) return false;
            }

            _queue.Enqueue(envelope);
            return true;
        }
    }
}
