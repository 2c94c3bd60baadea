namespace Sim.Hardware.Channels;

/// <summary>What there is to know of a kind of question.</summary>
/// <param name="Input">Size of its structure.</param>
/// <param name="Output">Size of its answer's structure.</param>
/// <param name="Channels">Which channels take it (the Direct3D 9 pages list them).</param>
public readonly record struct QueryKind(StructSize Input, StructSize Output, ChannelKinds Channels)
{
    private static readonly StructSize Plain = QueryInput.Size;

    /// <summary>What there is to know of a type: <see cref="QueryTypes"/>; null for a type that does not
    /// exist.</summary>
    public static QueryKind? Of(Guid type) => type switch
    {
        _ when type == QueryTypes.Protection => new(Plain, new(56, 48), ChannelKinds.All),
        _ when type == QueryTypes.ChannelType => new(Plain, new(56, 48), ChannelKinds.All),
        _ when type == QueryTypes.DeviceHandle => new(Plain, new(56, 48), ChannelKinds.All),
        _ when type == QueryTypes.CryptoSession => new(new(40, 28), new(72, 56), ChannelKinds.Driver),
        _ when type == QueryTypes.RestrictedSharedResourceProcessCount =>
            new(Plain, new(56, 48), ChannelKinds.Runtime | ChannelKinds.Software),
        _ when type == QueryTypes.RestrictedSharedResourceProcess =>
            new(new(40, 28), new(64, 56), ChannelKinds.Runtime | ChannelKinds.Software),
        _ when type == QueryTypes.UnrestrictedProtectedSharedResourceCount =>
            new(Plain, new(56, 48), ChannelKinds.Software),
        _ when type == QueryTypes.OutputIdCount => new(new(48, 32), new(72, 56), ChannelKinds.Driver),
        _ when type == QueryTypes.OutputId => new(new(56, 36), new(80, 64), ChannelKinds.Driver),
        _ when type == QueryTypes.AccessibilityAttributes => new(Plain, new(64, 56), ChannelKinds.Driver),
        _ when type == QueryTypes.EncryptionWhenAccessibleGuidCount => new(Plain, new(56, 48), ChannelKinds.Driver),
        _ when type == QueryTypes.EncryptionWhenAccessibleGuid => new(new(40, 28), new(72, 64), ChannelKinds.Driver),
        _ when type == QueryTypes.CurrentEncryptionWhenAccessible => new(Plain, new(64, 60), ChannelKinds.Driver),
        _ => null,
    };
}
