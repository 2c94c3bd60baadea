using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>The protection in force.</summary>
/// <param name="Protections">What is on, whoever switched it on.</param>
public sealed record ProtectionAnswer(ProtectionFlags Protections) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.Protection;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32((uint)Protections);
}

/// <summary>The kind of the channel.</summary>
/// <param name="ChannelType">The kind.</param>
public sealed record ChannelTypeAnswer(AuthenticatedChannelType ChannelType) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.ChannelType;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32((uint)ChannelType);
}

/// <summary>The device's handle.</summary>
/// <param name="DeviceHandle">The handle.</param>
public sealed record DeviceHandleAnswer(ContentHandle DeviceHandle) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.DeviceHandle;

    private protected override void WritePayload(ref StructWriter writer) => writer.Handle(DeviceHandle);
}

/// <summary>The session that a decoder is bound to.</summary>
/// <param name="DecodeHandle">The decoder, as asked.</param>
/// <param name="CryptoSessionHandle">The session; none for a decoder that is not bound.</param>
/// <param name="DeviceHandle">The device.</param>
public sealed record CryptoSessionAnswer(
    ContentHandle DecodeHandle, ContentHandle CryptoSessionHandle, ContentHandle DeviceHandle) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.CryptoSession;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DecodeHandle);
        writer.Handle(CryptoSessionHandle);
        writer.Handle(DeviceHandle);
    }
}

/// <summary>How many processes may open restricted shared resources.</summary>
/// <param name="Count">The number.</param>
public sealed record ProcessCountAnswer(uint Count) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.RestrictedSharedResourceProcessCount;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32(Count);
}

/// <summary>A process that may open restricted shared resources.</summary>
/// <param name="ProcessIndex">Which one, as asked.</param>
/// <param name="ProcessType">How it is named.</param>
/// <param name="ProcessHandle">Its handle, if that is its name.</param>
public sealed record ProcessAnswer(
    uint ProcessIndex, ProcessType ProcessType, ContentHandle ProcessHandle) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.RestrictedSharedResourceProcess;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.UInt32(ProcessIndex);
        writer.UInt32((uint)ProcessType);
        writer.Handle(ProcessHandle);
    }
}

/// <summary>How many protected shared resources any process may open.</summary>
/// <param name="Count">The number.</param>
public sealed record UnrestrictedCountAnswer(uint Count) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.UnrestrictedProtectedSharedResourceCount;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32(Count);
}

/// <summary>How many outputs a device and a session have.</summary>
/// <param name="DeviceHandle">The device, as asked.</param>
/// <param name="CryptoSessionHandle">The session, as asked.</param>
/// <param name="Count">The number.</param>
public sealed record OutputIdCountAnswer(
    ContentHandle DeviceHandle, ContentHandle CryptoSessionHandle, uint Count) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.OutputIdCount;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DeviceHandle);
        writer.Handle(CryptoSessionHandle);
        writer.UInt32(Count);
    }
}

/// <summary>An output of a device and a session.</summary>
/// <param name="DeviceHandle">The device, as asked.</param>
/// <param name="CryptoSessionHandle">The session, as asked.</param>
/// <param name="OutputIdIndex">Which one, as asked.</param>
/// <param name="OutputId">Its number.</param>
public sealed record OutputIdAnswer(
    ContentHandle DeviceHandle, ContentHandle CryptoSessionHandle, uint OutputIdIndex, ulong OutputId) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.OutputId;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DeviceHandle);
        writer.Handle(CryptoSessionHandle);
        writer.UInt32(OutputIdIndex);
        writer.UInt64(OutputId);
    }
}

/// <summary>Who can reach content on the bus.</summary>
/// <param name="Attributes">The bus and what is accessible on it.</param>
public sealed record AccessibilityAnswer(AccessibilityAttributes Attributes) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.AccessibilityAttributes;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.UInt32((uint)Attributes.Bus);
        writer.Bool(Attributes.InContiguousBlocks);
        writer.Bool(Attributes.InNonContiguousBlocks);
    }
}

/// <summary>How many kinds of encryption content can have when it is accessible.</summary>
/// <param name="Count">The number.</param>
public sealed record EncryptionGuidCountAnswer(uint Count) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.EncryptionWhenAccessibleGuidCount;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32(Count);
}

/// <summary>A kind of encryption that content can have when it is accessible.</summary>
/// <param name="EncryptionGuidIndex">Which one, as asked.</param>
/// <param name="EncryptionGuid">The kind.</param>
public sealed record EncryptionGuidAnswer(uint EncryptionGuidIndex, Guid EncryptionGuid) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.EncryptionWhenAccessibleGuid;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.UInt32(EncryptionGuidIndex);
        writer.Guid(EncryptionGuid);
    }
}

/// <summary>The kind of encryption that content has when it is accessible.</summary>
/// <param name="EncryptionGuid">The kind; <see cref="Guid.Empty"/>: none.</param>
public sealed record CurrentEncryptionAnswer(Guid EncryptionGuid) : ChannelAnswer
{
    /// <inheritdoc/>
    public override Guid Type => QueryTypes.CurrentEncryptionWhenAccessible;

    private protected override void WritePayload(ref StructWriter writer) => writer.Guid(EncryptionGuid);
}
