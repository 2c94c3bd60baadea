using System.Collections.Immutable;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Profiles;

/// <summary>The devices that come with Sim.</summary>
public static class DeviceProfiles
{
    private const DdiContentProtectionCaps FullCaps =
        DdiContentProtectionCaps.Software
        | DdiContentProtectionCaps.Hardware
        | DdiContentProtectionCaps.PartialDecryption
        | DdiContentProtectionCaps.ContentKey
        | DdiContentProtectionCaps.FreshenSessionKey
        | DdiContentProtectionCaps.EncryptedReadBack
        | DdiContentProtectionCaps.EncryptedReadBackKey
        | DdiContentProtectionCaps.DecryptionBlt
        | DdiContentProtectionCaps.HardwareProtectUncompressed
        | DdiContentProtectionCaps.HardwareProtectedMemoryPageable
        | DdiContentProtectionCaps.HardwareTeardown
        | DdiContentProtectionCaps.HardwareDrmCommunication;

    private static readonly ImmutableArray<Guid> Decoders =
        [DecodeProfiles.H264VldNoFgt, DecodeProfiles.HevcVldMain];

    /// <summary>Everything the surface offers, and none of the flags that restrict it.</summary>
    public static DeviceProfile Full { get; } = new()
    {
        Name = "full",
        Caps = FullCaps,
        DrmCommunicationMultiThreaded = true,
        Cryptos = [Aes(KeyExchangeTypes.RsaesOaep, KeyExchangeTypes.HwProtection)],
        DecodeProfiles = Decoders,
        BlockAlignmentSize = 16,
        ProtectedMemorySize = 512UL << 20,
        SessionPrivateSize = 256,
        ChannelPrivateSize = 192,
        PrivateInputSize = 32,
        PrivateOutputSize = 32,
    };

    /// <summary>A session keeps the key that was negotiated.</summary>
    public static DeviceProfile NoRefresh { get; } =
        Without("no-refresh", DdiContentProtectionCaps.FreshenSessionKey);

    /// <summary>All data is under the session key.</summary>
    public static DeviceProfile NoContentKey { get; } =
        Without("no-content-key", DdiContentProtectionCaps.ContentKey);

    /// <summary>A buffer is encrypted as a whole or not at all.</summary>
    public static DeviceProfile NoPartial { get; } =
        Without("no-partial", DdiContentProtectionCaps.PartialDecryption);

    /// <summary>Sessions only carry messages between a DRM component and the hardware.</summary>
    public static DeviceProfile DrmCommunicationOnly { get; } = Full with
    {
        Name = "drm-communication-only",
        Caps = DdiContentProtectionCaps.HardwareProtectUncompressed
            | DdiContentProtectionCaps.HardwareTeardown
            | DdiContentProtectionCaps.HardwareDrmCommunication,
        Cryptos = [Aes(KeyExchangeTypes.HwProtection)],
    };

    /// <summary>
    /// A driver as Microsoft's open D3D11On12 is (src/VideoDevice.cpp): no crypto sessions at all, and the question for
    /// its capabilities answered with success.
    /// </summary>
    public static DeviceProfile D3D11On12Like { get; } = new()
    {
        Name = "d3d11on12-like",
        Caps = DdiContentProtectionCaps.HardwareProtectUncompressed,
        DecodeProfiles = Decoders,
    };

    /// <summary>All of them, the one with most first.</summary>
    public static ImmutableArray<DeviceProfile> All { get; } =
        [Full, NoRefresh, NoContentKey, NoPartial, DrmCommunicationOnly, D3D11On12Like];

    /// <summary>Finds a profile by its name.</summary>
    public static bool TryGet(string name, out DeviceProfile profile)
    {
        foreach (var known in All)
        {
            if (known.Name != name)
                continue;
            profile = known;
            return true;
        }

        profile = Full;
        return false;
    }

    private static CryptoSupport Aes(params ReadOnlySpan<Guid> keyExchangeTypes) =>
        new(CryptoTypes.Aes128Ctr, [.. keyExchangeTypes], Decoders);

    private static DeviceProfile Without(string name, DdiContentProtectionCaps caps) =>
        Full with { Name = name, Caps = FullCaps & ~caps };
}
