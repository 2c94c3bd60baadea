namespace Sim.Hardware.Ddi;

/// <summary>What a crypto session is created for (D3D11_1DDIARG_CREATECRYPTOSESSION).</summary>
/// <param name="CryptoType">Kind of encryption: <see cref="CryptoTypes"/>.</param>
/// <param name="DecodeProfile">The decoder profile it serves, <see cref="Guid.Empty"/>: it serves no decoder.</param>
/// <param name="KeyExchangeType">How it comes to its key: <see cref="KeyExchangeTypes"/>.</param>
public readonly record struct CreateCryptoSessionArgs(Guid CryptoType, Guid DecodeProfile, Guid KeyExchangeType)
{
    /// <summary>Size of the structure in bytes, the same with both pointer widths.</summary>
    public const int Size = 48;

    /// <summary>Writes the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination has fewer than <see cref="Size"/>
    /// bytes.</exception>
    public void Write(Span<byte> destination)
    {
        var writer = new StructWriter(destination, Size, DdiAbi.X64);
        writer.Guid(CryptoType);
        writer.Guid(DecodeProfile);
        writer.Guid(KeyExchangeType);
    }

    /// <summary>Reads the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source has fewer than <see cref="Size"/> bytes.</exception>
    public static CreateCryptoSessionArgs Read(ReadOnlySpan<byte> source)
    {
        var reader = new StructReader(source, Size, DdiAbi.X64);
        return new(reader.Guid(), reader.Guid(), reader.Guid());
    }
}
