using System.Collections.Immutable;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Profiles;

/// <summary>What one kind of device can do, as data. Profiles that differ in a flag are made with
/// <c>with</c>.</summary>
public sealed record DeviceProfile
{
    /// <summary>Its name in scenarios and messages.</summary>
    public required string Name { get; init; }

    /// <summary>Its capability flags, as the driver reports them.</summary>
    public DdiContentProtectionCaps Caps { get; init; }

    /// <summary>Whether several threads may exchange keys at once. The documents name no driver's flag for
    /// it.</summary>
    public bool DrmCommunicationMultiThreaded { get; init; }

    /// <summary>The kinds of encryption; none: the driver has no crypto sessions and leaves their functions
    /// out.</summary>
    public ImmutableArray<CryptoSupport> Cryptos { get; init; } = [];

    /// <summary>The decoder profiles.</summary>
    public ImmutableArray<Guid> DecodeProfiles { get; init; } = [];

    /// <summary>Data to encrypt must be a multiple of so many bytes; at least 1.</summary>
    public uint BlockAlignmentSize { get; init; } = 1;

    /// <summary>Bytes of memory that can hold protected surfaces.</summary>
    public ulong ProtectedMemorySize { get; init; }

    /// <summary>Bytes that the driver keeps for a crypto session (CalcPrivateCryptoSessionSize).</summary>
    public int SessionPrivateSize { get; init; }

    /// <summary>Bytes that the driver keeps for an authenticated channel
    /// (CalcPrivateAuthenticatedChannelSize).</summary>
    public int ChannelPrivateSize { get; init; }

    /// <summary>Bytes of the driver's own in front of each packet of a DRM component to the hardware.</summary>
    public uint PrivateInputSize { get; init; }

    /// <summary>Bytes of the driver's own in front of each packet of the hardware to a DRM component.</summary>
    public uint PrivateOutputSize { get; init; }

    /// <summary>The capability flags as an application sees them.</summary>
    public ContentProtectionCaps ApiCaps =>
        Caps.ToApi()
        | (DrmCommunicationMultiThreaded ? ContentProtectionCaps.HardwareDrmCommunicationMultiThreaded : 0);

    /// <summary>Whether the device has all of some flags.</summary>
    public bool Has(DdiContentProtectionCaps caps) => (Caps & caps) == caps;

    /// <summary>Whether the device has any of some flags.</summary>
    public bool HasAny(DdiContentProtectionCaps caps) => (Caps & caps) != 0;

    /// <summary>What the device says about a kind of encryption; null: it does not know it.</summary>
    public CryptoSupport? Crypto(Guid cryptoType)
    {
        foreach (var crypto in Cryptos)
        {
            if (crypto.CryptoType == cryptoType)
                return crypto;
        }

        return null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
