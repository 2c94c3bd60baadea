using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
            _registers[marker.Session] = new Register(marker.Epoch, key, IsUsed: false);
        else
            _registers.Remove(marker.Session);
    }

    /// <summary>The registers of all sessions below this one are empty.</summary>
    public void Lose(int firstSession)
    {
        foreach (var session in _registers.Keys.Where(session => session < firstSession).ToList())
            _registers.Remove(session);
    }

    /// <summary>The key for a job of this session and epoch.</summary>
    /// <param name="session">The session.</param>
    /// <param name="epoch">The job's epoch.</param>
    /// <param name="key">The key; null when there is none for the job.</param>
    /// <param name="isNew">Whether the job is the first to use the register since the marker switched it.</param>
    /// <returns>False when the register holds the key of another epoch, or none.</returns>
    public bool TryUse(int session, int epoch, out SessionKey key, out bool isNew)
    {
        ref var register = ref CollectionsMarshal.GetValueRefOrNullRef(_registers, session);
        if (Unsafe.IsNullRef(ref register) || register.Epoch != epoch)
        {
            (key, isNew) = (null!, false);
            return false;
        }

        (key, isNew) = (register.Key, !register.IsUsed);
        register = register with { IsUsed = true };
        return true;
    }

    private readonly record struct Register(int Epoch, SessionKey Key, bool IsUsed);
}
