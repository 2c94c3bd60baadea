using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// What the surface knows of a crypto session: everything but its keys and jobs, which are the session machine's.
/// </summary>
/// <param name="Args">What it was created for.</param>
/// <param name="Handle">Its handle in the messages of a channel.</param>
public sealed record CryptoSessionState(CreateCryptoSessionArgs Args, ContentHandle Handle)
{
    /// <summary>Whether a key was negotiated.</summary>
    public bool HasKey { get; init; }

    /// <summary>Whether it still has its key, and its content.</summary>
    public CryptoSessionStatus Status { get; init; }

    /// <summary>Whether it was destroyed.</summary>
    public bool Destroyed { get; init; }

    /// <summary>Hardware keys that data was handed out for.</summary>
    public int HardwareKeys { get; init; }

    /// <summary>What a call is judged by.</summary>
    /// <param name="deviceRemoved">The device was removed.</param>
    /// <param name="wrongDevice">The caller's device is another one.</param>
    public SessionFacts Facts(bool deviceRemoved = false, bool wrongDevice = false) => new()
    {
        DeviceRemoved = deviceRemoved,
        WrongDevice = wrongDevice,
        Destroyed = Destroyed,
        KeyExchangeType = Args.KeyExchangeType,
        HasKey = HasKey,
        Status = Status,
    };
}
