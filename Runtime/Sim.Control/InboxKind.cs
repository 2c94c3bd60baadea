namespace Sim.Control;

/// <summary>Whose deliveries an inbox holds.</summary>
public enum InboxKind
{
    /// <summary>An actor's, guardians included.</summary>
    Actor,

    /// <summary>A reference's that waits for a reply or for an actor's end: Ask, GracefulStop.</summary>
    Reference,

    /// <summary>A single continuation's, or work that was handed to a dispatcher.</summary>
    Task,
}
