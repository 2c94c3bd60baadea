namespace Sim.Hardware.Ddi;

/// <summary>
/// Which certificate a caller asks for (D3D11_1DDI_CERTIFICATE_INFO). In memory the kind of the channel and the kind of
/// encryption share their place: <see cref="CertificateType"/> says which of them is there.
/// </summary>
public readonly record struct CertificateInfo
{
    /// <summary>Size of the structure in bytes, the same with both pointer widths.</summary>
    public const int Size = 20;

    private const int UnionOffset = 4;

    /// <summary>Whose certificate.</summary>
    public CertificateType CertificateType { get; private init; }

    /// <summary>Kind of the channel; 0 for a crypto session's certificate.</summary>
    public AuthenticatedChannelType ChannelType { get; private init; }

    /// <summary>Kind of encryption; <see cref="Guid.Empty"/> for a channel's certificate.</summary>
    public Guid CryptoType { get; private init; }

    /// <summary>Asks for the certificate of a kind of channel.</summary>
    public static CertificateInfo Of(AuthenticatedChannelType channelType) =>
        new() { CertificateType = CertificateType.AuthenticatedChannel, ChannelType = channelType };

    /// <summary>Asks for the certificate of crypto sessions of a kind of encryption.</summary>
    public static CertificateInfo Of(Guid cryptoType) =>
        new() { CertificateType = CertificateType.CryptoSession, CryptoType = cryptoType };

    /// <summary>Writes the structure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination has fewer than <see cref="Size"/>
    /// bytes.</exception>
    public void Write(Span<byte> destination)
    {
        var writer = new StructWriter(destination, Size, DdiAbi.X64);
        writer.UInt32((uint)CertificateType);
        if (CertificateType == CertificateType.CryptoSession)
            writer.Guid(CryptoType);
        else
            writer.UInt32((uint)ChannelType);
    }

    /// <summary>Reads the structure. A certificate type that does not exist is kept, with neither kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The source has fewer than <see cref="Size"/> bytes.</exception>
    public static CertificateInfo Read(ReadOnlySpan<byte> source)
    {
        var type = (CertificateType)new StructReader(source, Size, DdiAbi.X64).UInt32();
        var union = new StructReader(source, Size, DdiAbi.X64, UnionOffset);
        return type switch
        {
            CertificateType.CryptoSession => Of(union.Guid()),
            CertificateType.AuthenticatedChannel => Of((AuthenticatedChannelType)union.UInt32()),
            _ => new() { CertificateType = type },
        };
    }
}
