using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>What a call made of a channel and of its device.</summary>
/// <param name="Channel">The channel as it is then.</param>
/// <param name="Device">The device as it is then.</param>
/// <param name="Status">What the call answers.</param>
public readonly record struct ChannelStep(ChannelState Channel, ProtectedDevice Device, DdiStatus Status);
