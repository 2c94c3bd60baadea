using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>The answer to a question: what stands behind the head of its structure.</summary>
public abstract record ChannelAnswer
{
    private protected ChannelAnswer()
    {
    }

    /// <summary>The type of its question: <see cref="QueryTypes"/>.</summary>
    public abstract Guid Type { get; }

    /// <summary>Size of its structure, head included.</summary>
    public StructSize Size => QueryKind.Of(Type)!.Value.Output;

    /// <summary>Writes what stands behind the head; the head is left alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(Span<byte> destination, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi, ChannelOutput.Size.Of(abi));
        WritePayload(ref writer);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="message">At least as long as the structure of its type.</param>
    /// <param name="abi">Width of handles.</param>
    /// <returns>Null for a type that does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The message is shorter than its structure.</exception>
    public static ChannelAnswer? Read(ReadOnlySpan<byte> message, DdiAbi abi = DdiAbi.X64)
    {
        var type = ChannelOutput.Read(message, abi).Type;
        if (QueryKind.Of(type) is not { } kind)
            return null;
        var reader = new StructReader(message, kind.Output.Of(abi), abi, ChannelOutput.Size.Of(abi));
        return type switch
        {
            _ when type == QueryTypes.Protection => new ProtectionAnswer((ProtectionFlags)reader.UInt32()),
            _ when type == QueryTypes.ChannelType => new ChannelTypeAnswer((AuthenticatedChannelType)reader.UInt32()),
            _ when type == QueryTypes.DeviceHandle => new DeviceHandleAnswer(reader.Handle()),
            _ when type == QueryTypes.CryptoSession =>
                new CryptoSessionAnswer(reader.Handle(), reader.Handle(), reader.Handle()),
            _ when type == QueryTypes.RestrictedSharedResourceProcessCount => new ProcessCountAnswer(reader.UInt32()),
            _ when type == QueryTypes.RestrictedSharedResourceProcess =>
                new ProcessAnswer(reader.UInt32(), (ProcessType)reader.UInt32(), reader.Handle()),
            _ when type == QueryTypes.UnrestrictedProtectedSharedResourceCount =>
                new UnrestrictedCountAnswer(reader.UInt32()),
            _ when type == QueryTypes.OutputIdCount =>
                new OutputIdCountAnswer(reader.Handle(), reader.Handle(), reader.UInt32()),
            _ when type == QueryTypes.OutputId =>
                new OutputIdAnswer(reader.Handle(), reader.Handle(), reader.UInt32(), reader.UInt64()),
            _ when type == QueryTypes.AccessibilityAttributes =>
                new AccessibilityAnswer(new((BusType)reader.UInt32(), reader.Bool(), reader.Bool())),
            _ when type == QueryTypes.EncryptionWhenAccessibleGuidCount =>
                new EncryptionGuidCountAnswer(reader.UInt32()),
            _ when type == QueryTypes.EncryptionWhenAccessibleGuid =>
                new EncryptionGuidAnswer(reader.UInt32(), reader.Guid()),
            _ => new CurrentEncryptionAnswer(reader.Guid()),
        };
    }

    private protected abstract void WritePayload(ref StructWriter writer);
}
