using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>A command to an authenticated channel: what stands behind the head of its structure.</summary>
public abstract record ConfigureCommand
{
    private protected ConfigureCommand()
    {
    }

    /// <summary>Its type: <see cref="ConfigureTypes"/>.</summary>
    public abstract Guid Type { get; }

    /// <summary>Size of its structure, head included.</summary>
    public StructSize Size => SizeOf(Type)!.Value;

    /// <summary>Writes its whole structure with an OMAC of zeros.</summary>
    /// <param name="destination">At least as long as the structure.</param>
    /// <param name="channel">The channel's handle.</param>
    /// <param name="sequenceNumber">Number of the command.</param>
    /// <param name="abi">Width of handles.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the structure.</exception>
    public void Write(
        Span<byte> destination, ContentHandle channel, uint sequenceNumber, DdiAbi abi = DdiAbi.X64)
    {
        var writer = new StructWriter(destination, Size.Of(abi), abi, ConfigureInput.Size.Of(abi));
        new ConfigureInput(Type, channel, sequenceNumber).Write(destination, abi);
        WritePayload(ref writer);
    }

    /// <summary>Size of the structure of a type; null for a type that does not exist.</summary>
    public static StructSize? SizeOf(Guid type) => type switch
    {
        _ when type == ConfigureTypes.Initialize => new(56, 48),
        _ when type == ConfigureTypes.Protection => new(56, 44),
        _ when type == ConfigureTypes.CryptoSession => new(72, 52),
        _ when type == ConfigureTypes.SharedResource => new(72, 52),
        _ when type == ConfigureTypes.EncryptionWhenAccessible => new(64, 56),
        _ => null,
    };

    /// <summary>Which channels take a type (the Direct3D 9 pages list them); none for one that does not
    /// exist.</summary>
    public static ChannelKinds KindsOf(Guid type) => type switch
    {
        _ when type == ConfigureTypes.Initialize => ChannelKinds.Driver,
        _ when type == ConfigureTypes.Protection => ChannelKinds.All,
        _ when type == ConfigureTypes.CryptoSession => ChannelKinds.Runtime | ChannelKinds.Software,
        _ when type == ConfigureTypes.SharedResource => ChannelKinds.Runtime | ChannelKinds.Software,
        _ when type == ConfigureTypes.EncryptionWhenAccessible => ChannelKinds.Driver,
        _ => ChannelKinds.None,
    };

    /// <summary>Reads a command.</summary>
    /// <param name="message">At least as long as the structure of its type.</param>
    /// <param name="abi">Width of handles.</param>
    /// <returns>Null for a type that does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The message is shorter than its structure.</exception>
    public static ConfigureCommand? Read(ReadOnlySpan<byte> message, DdiAbi abi = DdiAbi.X64)
    {
        var type = ConfigureInput.Read(message, abi).ConfigureType;
        if (SizeOf(type) is not { } size)
            return null;
        var reader = new StructReader(message, size.Of(abi), abi, ConfigureInput.Size.Of(abi));
        if (type == ConfigureTypes.Initialize)
            return new InitializeCommand(reader.UInt32(), reader.UInt32());
        if (type == ConfigureTypes.Protection)
            return new ProtectionCommand((ProtectionFlags)reader.UInt32());
        if (type == ConfigureTypes.CryptoSession)
            return new CryptoSessionCommand(reader.Handle(), reader.Handle(), reader.Handle());
        if (type == ConfigureTypes.SharedResource)
            return new SharedResourceCommand((ProcessType)reader.UInt32(), reader.Handle(), reader.Bool());
        return new EncryptionWhenAccessibleCommand(reader.Guid());
    }

    private protected abstract void WritePayload(ref StructWriter writer);
}
