using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue that can tell what it would give next.</summary>
internal interface IPeekableQueue
{
    /// <summary>Looks at the next message.</summary>
    /// <param name="envelope">The message.</param>
    /// <returns>False when none waits.</returns>
    bool TryPeek(out Envelope envelope);
}
