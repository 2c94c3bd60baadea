using Sim.Hardware.Ddi;

namespace Sim.Hardware.KeyExchange;

/// <summary>What the hardware's side of a DRM made of a packet.</summary>
/// <param name="Status">Its own status.</param>
/// <param name="Packet">The packet for the DRM component.</param>
/// <param name="TransportTime">How long the packets travelled.</param>
/// <param name="ExecutionTime">How long it worked.</param>
public sealed record DrmAnswer(
    DdiStatus Status, ReadOnlyMemory<byte> Packet, TimeSpan TransportTime, TimeSpan ExecutionTime)
{
    /// <summary>Says how much there is; a packet may hold keys and is not shown.</summary>
    public override string ToString() => $"DrmAnswer {Status}, {Packet.Length} bytes";
}
