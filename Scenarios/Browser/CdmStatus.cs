namespace Sim.Scenarios.Browser;

/// <summary>What became of a step that starts a playback.</summary>
public enum CdmStatus
{
    /// <summary>It is done.</summary>
    Ok,

    /// <summary>The Direct3D device cannot be created.</summary>
    NoDevice,

    /// <summary>Nobody tells of suspend and resume.</summary>
    NoPowerMonitor,

    /// <summary>Nobody tells of a teardown of hardware protection.</summary>
    NoTeardownEvent,

    /// <summary>The device cannot decrypt.</summary>
    NoProtection,

    /// <summary>The device has no key exchange with the hardware.</summary>
    NoHardwareKeyExchange,

    /// <summary>No channel, or its answers cannot be believed.</summary>
    NoChannel,

    /// <summary>No crypto session.</summary>
    NoSession,
}
