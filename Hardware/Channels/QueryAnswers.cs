using System.Collections.Immutable;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>What a channel answers, once a question is found in order. Handles and indices repeat the
/// question's.</summary>
internal static class QueryAnswers
{
    /// <summary>Answers a question.</summary>
    /// <returns>Null for a handle that the device does not have or an index beyond the last: E_INVALIDARG.</returns>
    public static ChannelAnswer? Answer(
        ProtectedDevice device, ChannelState channel, ChannelQuery query) => query switch
        {
            ProtectionQuery => new ProtectionAnswer(device.Protection),
            ChannelTypeQuery => new ChannelTypeAnswer(channel.Type),
            DeviceHandleQuery => new DeviceHandleAnswer(device.Handle),
            CryptoSessionQuery asked => Has(device.Decoders, asked.DecodeHandle)
                ? new CryptoSessionAnswer(asked.DecodeHandle, device.BoundSession(asked.DecodeHandle), device.Handle)
                : null,
            ProcessCountQuery => new ProcessCountAnswer((uint)device.Grants.Length),
            ProcessQuery asked => Process(device, asked.ProcessIndex),
            UnrestrictedCountQuery => new UnrestrictedCountAnswer(device.UnrestrictedProtectedSharedResources),
            OutputIdCountQuery asked => HasOutputs(device, asked.DeviceHandle, asked.CryptoSessionHandle)
                ? new OutputIdCountAnswer(asked.DeviceHandle, asked.CryptoSessionHandle, (uint)device.OutputIds.Length)
                : null,
            OutputIdQuery asked => Output(device, asked),
            AccessibilityQuery => new AccessibilityAnswer(device.Accessibility),
            EncryptionGuidCountQuery => new EncryptionGuidCountAnswer((uint)device.EncryptionGuids.Length),
            EncryptionGuidQuery asked => asked.EncryptionGuidIndex < device.EncryptionGuids.Length
                ? new EncryptionGuidAnswer(
                    asked.EncryptionGuidIndex, device.EncryptionGuids[(int)asked.EncryptionGuidIndex])
                : null,
            CurrentEncryptionQuery => new CurrentEncryptionAnswer(device.CurrentEncryption),
            _ => null,
        };

    private static ProcessAnswer? Process(ProtectedDevice device, uint index)
    {
        if (index >= device.Grants.Length)
            return null;
        var grant = device.Grants[(int)index];
        return new(index, grant.ProcessType, grant.ProcessHandle);
    }

    private static OutputIdAnswer? Output(ProtectedDevice device, OutputIdQuery asked) =>
        HasOutputs(device, asked.DeviceHandle, asked.CryptoSessionHandle)
        && asked.OutputIdIndex < device.OutputIds.Length
            ? new(
                asked.DeviceHandle,
                asked.CryptoSessionHandle,
                asked.OutputIdIndex,
                device.OutputIds[(int)asked.OutputIdIndex])
            : null;

    private static bool HasOutputs(ProtectedDevice device, ContentHandle handle, ContentHandle session) =>
        handle == device.Handle && Has(device.Sessions, session);

    private static bool Has(ImmutableArray<ProfiledHandle> known, ContentHandle handle) =>
        ProfiledHandle.ProfileOf(known, handle) is not null;
}
