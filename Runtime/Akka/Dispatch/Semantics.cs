namespace Akka.Dispatch;

/// <summary>Marks what a queue promises.</summary>
public interface ISemantics;

/// <summary>A queue without a bound.</summary>
public interface IUnboundedMessageQueueSemantics : ISemantics;

/// <summary>A queue with a bound.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
    /// <summary>How long a sender is held when the queue is full.</summary>
    TimeSpan PushTimeOut { get; }
}

/// <summary>A queue that takes messages at its front; every mailbox here does.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics;

/// <summary>A queue without a bound that takes messages at its front.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics
    : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics;

/// <summary>A queue with a bound that takes messages at its front.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics
    : IDequeBasedMessageQueueSemantics, IBoundedMessageQueueSemantics;

/// <summary>Says what queue an actor needs.</summary>
/// <typeparam name="T">The semantics.</typeparam>
public interface IRequiresMessageQueue<T>
    where T : ISemantics;

/// <summary>Says what queue a mailbox type makes.</summary>
/// <typeparam name="TQueue">The queue.</typeparam>
public interface IProducesMessageQueue<TQueue>
    where TQueue : MessageQueues.IMessageQueue;

/// <summary>Marks a mailbox type whose queue may hold a sender.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>How long a sender is held when the queue is full.</summary>
    TimeSpan PushTimeout { get; }
}
