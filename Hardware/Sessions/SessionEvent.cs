using Sim.Hardware.Crypto;

namespace Sim.Hardware.Sessions;

/// <summary>
/// What can happen to a crypto session: the calls of the content-protection surface in the order in which the session
/// accepts them (its stream), and the answers of engines and of the device's key slots.
/// </summary>
public abstract record SessionEvent;

/// <summary>
/// NegotiateCryptoSessionKeyExchange, after the device's private key has opened the client's packet.
/// </summary>
/// <param name="Key">The session key, owned by the session from here on; null when the packet could not be opened.</param>
public sealed record NegotiateKey(SessionKey? Key) : SessionEvent, IStaysInProcess;

/// <summary>StartSessionKeyRefresh: hands out a random number; nothing changes until the Finish.</summary>
/// <param name="RandomNumberSize">Size of the caller's buffer in bytes; only 16 is accepted.</param>
/// <param name="Nonce">The random number that the driver drew for this call.</param>
public sealed record StartSessionKeyRefresh(int RandomNumberSize, SessionKeyNonce Nonce) : SessionEvent;

/// <summary>
/// FinishSessionKeyRefresh, the barrier: everything behind it in the stream uses (old key XOR random number).
/// </summary>
public sealed record FinishSessionKeyRefresh : SessionEvent
{
    /// <summary>The one instance; the call carries nothing.</summary>
    public static FinishSessionKeyRefresh Instance { get; } = new();
}

/// <summary>An engine has stopped writing a job's destination.</summary>
/// <param name="Job">The job as it was dispatched.</param>
/// <param name="Fault">Why the engine did not do the job; null when every byte was written.</param>
public sealed record JobEnded(LatchedJob Job, AbortReason? Fault) : SessionEvent, IStaysInProcess;

/// <summary>An engine met the session's marker: its key register holds the key of this epoch.</summary>
/// <param name="Epoch">The marker's epoch.</param>
/// <param name="Engine">Index of the engine in the pool.</param>
public sealed record KeyMarkerMet(int Epoch, int Engine) : SessionEvent;

/// <summary>The device's key-slot table gave this session a slot for one epoch.</summary>
/// <param name="Epoch">The epoch that was asked for.</param>
/// <param name="Slot">Index of the slot, 0 .. slots-1.</param>
/// <param name="Programmed">Whether the key had to be written into it; false: it was there still.</param>
public sealed record KeySlotGranted(int Epoch, int Slot, bool Programmed) : SessionEvent;

/// <summary>Another session waits for the slot that this one holds.</summary>
/// <param name="Epoch">The epoch whose slot it is.</param>
public sealed record KeySlotWanted(int Epoch) : SessionEvent;

/// <summary>An engine stopped for good: it writes nothing any more and answers nothing.</summary>
/// <param name="Engine">Index of the engine in the pool.</param>
public sealed record EngineLost(int Engine) : SessionEvent;

/// <summary>The device lost this session's key (suspend, teardown, display change).</summary>
public sealed record LoseKey : SessionEvent
{
    /// <summary>The one instance; the event carries nothing.</summary>
    public static LoseKey Instance { get; } = new();
}

/// <summary>DestroyCryptoSession.</summary>
public sealed record CloseSession : SessionEvent
{
    /// <summary>The one instance; the call carries nothing.</summary>
    public static CloseSession Instance { get; } = new();
}
