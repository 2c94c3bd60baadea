using Sim.Hardware.KeyExchange;

namespace Sim.Actors.Surface;

/// <summary>A packet for the hardware (D3D11_KEY_EXCHANGE_HW_PROTECTION_DATA). It may hold keys and is not
/// shown.</summary>
/// <param name="FunctionId">Which function of the hardware.</param>
/// <param name="DataSize">Size of the outer structure, as the caller states it: that of
/// <see cref="HwProtectionData"/>.</param>
/// <param name="Input">The input data, head included.</param>
/// <param name="Output">Memory for the output data; its head says what room there is.</param>
public sealed record HwProtectionPacket(
    uint FunctionId, uint DataSize, ReadOnlyMemory<byte> Input, Memory<byte> Output)
{
    /// <inheritdoc/>
    public override string ToString() => $"HwProtectionPacket {FunctionId}, {Input.Length} bytes";
}
