namespace Sim.Control;

/// <summary>One delivery that waits in an inbox.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">
/// The message as its receiver will see it, a timer's without its wrapping. Null when a queue of a configured type
/// chooses it only when it is asked for one.
/// </param>
/// <param name="Sender">The sender's <c>IActorRef</c>, or null.</param>
/// <param name="Cause">
/// The number of the step that sent it; 0 when it was sent between steps, or when a queue of a configured type holds it.
/// Together with the order of the steps of each inbox this is the happens-before order of a run.
/// </param>
public readonly record struct Delivery(DeliveryKind Kind, object? Message, object? Sender, long Cause);
