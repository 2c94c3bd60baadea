namespace Sim.Hardware.Engines;

/// <summary>What the key-slot table did or grants, in order.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Session">The session whose key it concerns.</param>
/// <param name="Epoch">The epoch of that key.</param>
public readonly record struct KeySlotDecision(KeySlotDecision.Kinds Kind, int Slot, int Session, int Epoch)
{
    /// <summary>The kinds of decision.</summary>
    public enum Kinds
    {
        /// <summary>The key was written into the slot.</summary>
        Programmed,

        /// <summary>The slot now counts as referenced; the session is to be told.</summary>
        Granted,

        /// <summary>The slot is idle: its key stays, but may be evicted.</summary>
        Idled,

        /// <summary>
        /// Another session waits: this one is to give the slot back when its jobs on engines have ended, and to hold new
        /// ones until it is granted a slot again.
        /// </summary>
        Wanted,

        /// <summary>The key was wiped from the slot.</summary>
        Zeroed,
    }
}
