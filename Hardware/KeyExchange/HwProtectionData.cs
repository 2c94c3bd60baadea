using Sim.Hardware.Ddi;

namespace Sim.Hardware.KeyExchange;

/// <summary>
/// What NegotiateCryptoSessionKeyExchange carries for hardware protection
/// (D3D11_KEY_EXCHANGE_HW_PROTECTION_DATA).
/// </summary>
/// <param name="FunctionId">What the DRM component asks the hardware to do; opaque to the driver.</param>
/// <param name="Input">Address of the input data.</param>
/// <param name="Output">Address of the output data.</param>
/// <param name="Status">What the hardware's side of the DRM answered; apart from the answer of the call.</param>
public readonly record struct HwProtectionData(
    uint FunctionId, ContentHandle Input, ContentHandle Output, DdiStatus Status)
{
    /// <summary>Size of the structure in bytes.</summary>
    public static int Size(DdiAbi abi) => abi == DdiAbi.X64 ? 32 : 16;

    /// <summary>Writes the structure: with 8-byte pointers at 0, 8, 16 and 24.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size(abi), abi);
        writer.UInt32(FunctionId);
        writer.Handle(Input);
        writer.Handle(Output);
        writer.UInt32((uint)Status);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source is shorter than the structure.</exception>
    public static HwProtectionData Read(ReadOnlySpan<byte> source, DdiAbi abi = DdiAbi.X64)
    {
        var reader = new StructReader(source, Size(abi), abi);
        return new(reader.UInt32(), reader.Handle(), reader.Handle(), (DdiStatus)reader.UInt32());
    }
}
