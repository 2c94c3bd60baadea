using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>The protection that one channel switched on.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Flags">What it switched on.</param>
public readonly record struct ChannelProtection(ContentHandle Channel, ProtectionFlags Flags);
