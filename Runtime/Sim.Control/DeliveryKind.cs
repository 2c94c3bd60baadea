namespace Sim.Control;

/// <summary>What a delivery is.</summary>
public enum DeliveryKind
{
    /// <summary>A message that somebody sent.</summary>
    Ordinary,

    /// <summary>A message of the runtime's own: creation, supervision, death watch. It overtakes ordinary ones.</summary>
    System,

    /// <summary>The rest of asynchronous code.</summary>
    Continuation,
}
