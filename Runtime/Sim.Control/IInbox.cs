namespace Sim.Control;

/// <summary>What waits for one receiver: an actor, the reference of a request, or a continuation.</summary>
public interface IInbox
{
    /// <summary>The number of the inbox in its world: from 0, without gaps, in the order of creation.</summary>
    int Id { get; }

    /// <summary>Whose inbox it is.</summary>
    InboxKind Kind { get; }

    /// <summary>
    /// The path of the receiver without the system's address, for example <c>/user/a</c>; <c>/temp/$x</c> for a reference
    /// and <c>/tasks/$x</c> for a continuation. Made when it is first asked for.
    /// </summary>
    string Path { get; }

    /// <summary>The receiver: the <c>IActorRef</c> of an actor or a request; null for a continuation.</summary>
    object? Owner { get; }

    /// <summary>True while an asynchronous handler of the actor is not done; ordinary messages wait for it.</summary>
    bool IsAwaiting { get; }

    /// <summary>How many deliveries wait.</summary>
    int Count { get; }

    /// <summary>What a step would handle, or would have handled first if the actor were not suspended.</summary>
    /// <exception cref="InvalidOperationException">Nothing waits.</exception>
    Delivery Next { get; }

    /// <summary>The <see cref="Delivery.Cause"/> of <see cref="Next"/>, for whoever asks at each step and needs nothing else.</summary>
    /// <exception cref="InvalidOperationException">Nothing waits.</exception>
    long NextCause => Next.Cause;

    /// <summary>The last step that handled a delivery of the inbox; 0: none did.</summary>
    long LastStep { get; }
}
