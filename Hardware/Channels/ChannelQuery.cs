using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>A question to an authenticated channel: what stands behind the head of its structure.</summary>
public abstract record ChannelQuery
{
    private protected ChannelQuery()
    {
    }

    /// <summary>Its type: <see cref="QueryTypes"/>.</summary>
    public abstract Guid Type { get; }

    /// <summary>Size of its structure, head included.</summary>
    public StructSize Size => QueryKind.Of(Type)!.Value.Input;

    /// <summary>Writes its whole structure.</summary>
    /// <param name="destination">At least as long as the structure.</param>
    /// <param name="channel">The channel's handle.</param>
    /// <param name="sequenceNumber">Number of the question.</param>
    /// <param name="abi">Width of handles.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(
        Span<byte> destination, ContentHandle channel, uint sequenceNumber, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi, QueryInput.Size.Of(abi));
        new QueryInput(Type, channel, sequenceNumber).Write(destination, abi);
        WritePayload(ref writer);
    }

    /// <summary>Reads a question.</summary>
    /// <param name="message">At least as long as the structure of its type.</param>
    /// <param name="abi">Width of handles.</param>
    /// <returns>Null for a type that does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The message is shorter than its structure.</exception>
    public static ChannelQuery? Read(ReadOnlySpan<byte> message, DdiAbi abi = DdiAbi.X64)
    {
        var type = QueryInput.Read(message, abi).QueryType;
        if (QueryKind.Of(type) is not { } kind)
            return null;
        var reader = new StructReader(message, kind.Input.Of(abi), abi, QueryInput.Size.Of(abi));
        return type switch
        {
            _ when type == QueryTypes.Protection => new ProtectionQuery(),
            _ when type == QueryTypes.ChannelType => new ChannelTypeQuery(),
            _ when type == QueryTypes.DeviceHandle => new DeviceHandleQuery(),
            _ when type == QueryTypes.CryptoSession => new CryptoSessionQuery(reader.Handle()),
            _ when type == QueryTypes.RestrictedSharedResourceProcessCount => new ProcessCountQuery(),
            _ when type == QueryTypes.RestrictedSharedResourceProcess => new ProcessQuery(reader.UInt32()),
            _ when type == QueryTypes.UnrestrictedProtectedSharedResourceCount => new UnrestrictedCountQuery(),
            _ when type == QueryTypes.OutputIdCount => new OutputIdCountQuery(reader.Handle(), reader.Handle()),
            _ when type == QueryTypes.OutputId =>
                new OutputIdQuery(reader.Handle(), reader.Handle(), reader.UInt32()),
            _ when type == QueryTypes.AccessibilityAttributes => new AccessibilityQuery(),
            _ when type == QueryTypes.EncryptionWhenAccessibleGuidCount => new EncryptionGuidCountQuery(),
            _ when type == QueryTypes.EncryptionWhenAccessibleGuid => new EncryptionGuidQuery(reader.UInt32()),
            _ => new CurrentEncryptionQuery(),
        };
    }

    private protected virtual void WritePayload(ref StructWriter writer)
    {
    }
}
