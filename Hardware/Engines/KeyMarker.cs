using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>
/// A marker in an engine's queue, behind a session's jobs: from here on the engine's key register for that session holds
/// this key.
/// </summary>
/// <param name="Session">Number of the session on its device.</param>
/// <param name="Epoch">Epoch of the key.</param>
/// <param name="Key">The key, which the session owns; null: the session is over, the register is given up.</param>
public sealed record KeyMarker(int Session, int Epoch, SessionKey? Key) : IStaysInProcess
{
    /// <summary>The priority of its session: it waits where the session's jobs wait.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;
}
