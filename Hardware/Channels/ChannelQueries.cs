using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>Which protection is in force.</summary>
public sealed record ProtectionQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.Protection;
}

/// <summary>The kind of the channel; recommended as the first question.</summary>
public sealed record ChannelTypeQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.ChannelType;
}

/// <summary>The device's handle.</summary>
public sealed record DeviceHandleQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.DeviceHandle;
}

/// <summary>Which session a decoder is bound to.</summary>
/// <param name="DecodeHandle">The decoder.</param>
public sealed record CryptoSessionQuery(ContentHandle DecodeHandle) : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.CryptoSession;

    private protected override void WritePayload(ref StructWriter writer) => writer.Handle(DecodeHandle);
}

/// <summary>How many processes may open restricted shared resources.</summary>
public sealed record ProcessCountQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.RestrictedSharedResourceProcessCount;
}

/// <summary>One of the processes that may open restricted shared resources.</summary>
/// <param name="ProcessIndex">Which one, from 0.</param>
public sealed record ProcessQuery(uint ProcessIndex) : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.RestrictedSharedResourceProcess;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32(ProcessIndex);
}

/// <summary>How many protected shared resources any process may open.</summary>
public sealed record UnrestrictedCountQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.UnrestrictedProtectedSharedResourceCount;
}

/// <summary>How many outputs a device and a session have.</summary>
/// <param name="DeviceHandle">The device.</param>
/// <param name="CryptoSessionHandle">The session.</param>
public sealed record OutputIdCountQuery(ContentHandle DeviceHandle, ContentHandle CryptoSessionHandle) : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.OutputIdCount;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DeviceHandle);
        writer.Handle(CryptoSessionHandle);
    }
}

/// <summary>One of the outputs of a device and a session.</summary>
/// <param name="DeviceHandle">The device.</param>
/// <param name="CryptoSessionHandle">The session.</param>
/// <param name="OutputIdIndex">Which one, from 0.</param>
public sealed record OutputIdQuery(
    ContentHandle DeviceHandle, ContentHandle CryptoSessionHandle, uint OutputIdIndex) : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.OutputId;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DeviceHandle);
        writer.Handle(CryptoSessionHandle);
        writer.UInt32(OutputIdIndex);
    }
}

/// <summary>Who can reach content on the bus.</summary>
public sealed record AccessibilityQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.AccessibilityAttributes;
}

/// <summary>How many kinds of encryption content can have when it is accessible.</summary>
public sealed record EncryptionGuidCountQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.EncryptionWhenAccessibleGuidCount;
}

/// <summary>One of those kinds.</summary>
/// <param name="EncryptionGuidIndex">Which one, from 0.</param>
public sealed record EncryptionGuidQuery(uint EncryptionGuidIndex) : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.EncryptionWhenAccessibleGuid;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32(EncryptionGuidIndex);
}

/// <summary>Which kind of encryption content has when it is accessible.</summary>
public sealed record CurrentEncryptionQuery : ChannelQuery
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.CurrentEncryptionWhenAccessible;
}
