using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The ordinary messages of one actor: many may enqueue, one dequeues.</summary>
public interface IMessageQueue
{
    /// <summary>True when at least one message waits.</summary>
    bool HasMessages { get; }

    /// <summary>The number of messages that wait.</summary>
    int Count { get; }

    /// <summary>Adds a message.</summary>
    /// <param name="receiver">The owner of the queue.</param>
    /// <param name="envelope">The message.</param>
    void Enqueue(IActorRef receiver, Envelope envelope);

    /// <summary>Takes the next message.</summary>
    /// <param name="envelope">The message.</param>
    /// <returns>False when none waits.</returns>
    bool TryDequeue(out Envelope envelope);

    /// <summary>Moves what is left to the dead letters.</summary>
    /// <param name="owner">The owner of the queue.</param>
    /// <param name="deadletters">The queue of the dead letters.</param>
    void CleanUp(IActorRef owner, IMessageQueue deadletters);
}
