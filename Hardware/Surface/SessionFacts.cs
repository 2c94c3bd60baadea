using Sim.Hardware.Ddi;

namespace Sim.Hardware.Surface;

/// <summary>What must be known of a session to say whether a call on it goes on. The default is a session of the
/// caller's device without a key.</summary>
public readonly record struct SessionFacts
{
    /// <summary>Its device was removed.</summary>
    public bool DeviceRemoved { get; init; }

    /// <summary>The caller's device is not the one that made it.</summary>
    public bool WrongDevice { get; init; }

    /// <summary>It was destroyed.</summary>
    public bool Destroyed { get; init; }

    /// <summary>How it comes to its key.</summary>
    public Guid KeyExchangeType { get; init; }

    /// <summary>A key was negotiated.</summary>
    public bool HasKey { get; init; }

    /// <summary>Whether it still has it.</summary>
    public CryptoSessionStatus Status { get; init; }
}
