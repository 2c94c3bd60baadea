using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>Kinds of channel, to say which of them take a command or a query.</summary>
[Flags]
public enum ChannelKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="AuthenticatedChannelType.D3D11"/>.</summary>
    Runtime = 1,

    /// <summary><see cref="AuthenticatedChannelType.DriverSoftware"/>.</summary>
    Software = 2,

    /// <summary><see cref="AuthenticatedChannelType.DriverHardware"/>.</summary>
    Hardware = 4,

    /// <summary>Both kinds that reach the driver.</summary>
    Driver = Software | Hardware,

    /// <summary>Every kind.</summary>
    All = Runtime | Driver,
}
