namespace Sim.Hardware.Ddi;

/// <summary>Whom an authenticated channel speaks to (D3D11_AUTHENTICATED_CHANNEL_TYPE).</summary>
public enum AuthenticatedChannelType
{
    /// <summary>The Direct3D runtime; nothing is authenticated, and the driver never sees the channel.</summary>
    D3D11 = 1,

    /// <summary>A driver that protects in software.</summary>
    DriverSoftware = 2,

    /// <summary>A driver that protects in hardware.</summary>
    DriverHardware = 3,
}
