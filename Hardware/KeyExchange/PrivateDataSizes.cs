namespace Sim.Hardware.KeyExchange;

/// <summary>Bytes of the driver's own in front of the packets between a DRM component and the hardware.</summary>
/// <param name="Input">In front of a packet to the hardware.</param>
/// <param name="Output">In front of a packet from it.</param>
public readonly record struct PrivateDataSizes(uint Input, uint Output);
