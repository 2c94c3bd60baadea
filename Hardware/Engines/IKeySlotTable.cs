namespace Sim.Hardware.Engines;

/// <summary>
/// The rules of a device's key slots: sessions ask for one and give it back, decisions come out in the order in which they
/// must be carried out. It performs nothing itself; a decorator can change what it decides.
/// </summary>
public interface IKeySlotTable
{
    /// <summary>A session needs the slot of one of its epochs. It is granted now, or when a slot becomes idle.</summary>
    /// <exception cref="InvalidOperationException">The session waits for a slot already, or has this one.</exception>
    void Acquire(int session, int epoch, ICollection<KeySlotDecision> decisions);

    /// <summary>No unfinished job of the session needs the slot of this epoch.</summary>
    /// <param name="session">The session.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="retired">True when the epoch is over: its key is wiped, if it is in a slot at all.</param>
    /// <param name="decisions">Receives what follows.</param>
    void Release(int session, int epoch, bool retired, ICollection<KeySlotDecision> decisions);

    /// <summary>The session is gone: its keys are wiped and it waits no more.</summary>
    void Forget(int session, ICollection<KeySlotDecision> decisions);
}
