using Sim.Hardware.Crypto;

namespace Sim.Hardware.Engines;

/// <summary>
/// The key registers of one engine, one per session, as of the head of its queue. They outlive a reset of the engine.
/// </summary>
public sealed class KeyRegisters
{
    private readonly Dictionary<int, Register> _registers = [];

    /// <summary>Sessions that have a register.</summary>
    public int Count => _registers.Count;

    /// <summary>A marker is at the head of the queue: it switches the session's register, or gives it up.</summary>
    public void Meet(KeyMarker marker)
    {
        if (marker.Key is { } key)
            _registers[marker.Session] = new Register(marker.Epoch, key);
        else
            _registers.Remove(marker.Session);
    }

    /// <summary>The key for a job of this session and epoch.</summary>
    /// <returns>False when the register holds the key of another epoch, or none.</returns>
    public bool TryGet(int session, int epoch, out SessionKey key)
    {
        var found = _registers.TryGetValue(session, out var register) && register.Epoch == epoch;
        key = register.Key;
        return found;
    }

    private readonly record struct Register(int Epoch, SessionKey Key);
}
