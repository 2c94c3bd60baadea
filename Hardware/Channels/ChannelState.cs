using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>An authenticated channel as the driver sees it.</summary>
/// <param name="Type">Whom it speaks to.</param>
/// <param name="Handle">Its handle, in every message.</param>
public sealed record ChannelState(AuthenticatedChannelType Type, ContentHandle Handle)
{
    /// <summary>Its key; null before the key exchange. The channel owns it, and wipes it when it is
    /// destroyed.</summary>
    public AesKey? Key { get; init; }

    /// <summary>The numbers of commands; null before INITIALIZE.</summary>
    public SequenceNumbers? Commands { get; init; }

    /// <summary>The numbers of questions; null before INITIALIZE.</summary>
    public SequenceNumbers? Queries { get; init; }

    /// <summary>Whether it was destroyed.</summary>
    public bool Destroyed { get; init; }

    /// <summary>Whether it is the runtime's own channel, on which nothing is authenticated.</summary>
    public bool IsRuntime => Type == AuthenticatedChannelType.D3D11;

    /// <summary>Its kind, to be compared with what takes a message.</summary>
    public ChannelKinds Kind => Type switch
    {
        AuthenticatedChannelType.D3D11 => ChannelKinds.Runtime,
        AuthenticatedChannelType.DriverSoftware => ChannelKinds.Software,
        AuthenticatedChannelType.DriverHardware => ChannelKinds.Hardware,
        _ => ChannelKinds.None,
    };
}
