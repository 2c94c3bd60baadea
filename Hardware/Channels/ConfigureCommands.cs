using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>Opens a channel: its first command, and once.</summary>
/// <param name="StartSequenceQuery">The number that questions begin with.</param>
/// <param name="StartSequenceConfigure">The number that commands begin with.</param>
public sealed record InitializeCommand(uint StartSequenceQuery, uint StartSequenceConfigure) : ConfigureCommand
{
    /// <inheritdoc/>
    public override Guid Type => ConfigureTypes.Initialize;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.UInt32(StartSequenceQuery);
        writer.UInt32(StartSequenceConfigure);
    }
}

/// <summary>Switches the device's protection.</summary>
/// <param name="Protections">What is to be on; what another channel switched on must stay on.</param>
public sealed record ProtectionCommand(ProtectionFlags Protections) : ConfigureCommand
{
    /// <inheritdoc/>
    public override Guid Type => ConfigureTypes.Protection;

    private protected override void WritePayload(ref StructWriter writer) => writer.UInt32((uint)Protections);
}

/// <summary>Binds a crypto session to a decoder.</summary>
/// <param name="DecodeHandle">The decoder, from VideoDecoderGetHandle.</param>
/// <param name="CryptoSessionHandle">The session, from CryptoSessionGetHandle.</param>
/// <param name="DeviceHandle">The device, from <see cref="DeviceHandleQuery"/>.</param>
public sealed record CryptoSessionCommand(
    ContentHandle DecodeHandle, ContentHandle CryptoSessionHandle, ContentHandle DeviceHandle) : ConfigureCommand
{
    /// <inheritdoc/>
    public override Guid Type => ConfigureTypes.CryptoSession;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.Handle(DecodeHandle);
        writer.Handle(CryptoSessionHandle);
        writer.Handle(DeviceHandle);
    }
}

/// <summary>Lets a process open restricted shared resources, or no more.</summary>
/// <param name="ProcessType">How the process is named.</param>
/// <param name="ProcessHandle">Its handle, if that is its name.</param>
/// <param name="AllowAccess">Whether it may.</param>
public sealed record SharedResourceCommand(
    ProcessType ProcessType, ContentHandle ProcessHandle, bool AllowAccess) : ConfigureCommand
{
    /// <inheritdoc/>
    public override Guid Type => ConfigureTypes.SharedResource;

    private protected override void WritePayload(ref StructWriter writer)
    {
        writer.UInt32((uint)ProcessType);
        writer.Handle(ProcessHandle);
        writer.Bool(AllowAccess);
    }
}

/// <summary>Sets the encryption of content before the CPU or the bus can reach it.</summary>
/// <param name="EncryptionGuid">One of the kinds that the channel lists; <see cref="Guid.Empty"/>: none.</param>
public sealed record EncryptionWhenAccessibleCommand(Guid EncryptionGuid) : ConfigureCommand
{
    /// <inheritdoc/>
    public override Guid Type => ConfigureTypes.EncryptionWhenAccessible;

    private protected override void WritePayload(ref StructWriter writer) => writer.Guid(EncryptionGuid);
}
