using System.Collections.Immutable;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>What a device's channels can see and set, all channels of the device together.</summary>
/// <param name="Handle">The device's handle.</param>
public sealed record ProtectedDevice(ContentHandle Handle)
{
    /// <summary>Processes that may be let in at once.</summary>
    public const int MaxGrants = 64;

    /// <summary>Its crypto sessions.</summary>
    public ImmutableArray<ProfiledHandle> Sessions { get; init; } = [];

    /// <summary>Its decoders.</summary>
    public ImmutableArray<ProfiledHandle> Decoders { get; init; } = [];

    /// <summary>Its decoders that are bound to a session.</summary>
    public ImmutableArray<DecoderBinding> Bindings { get; init; } = [];

    /// <summary>The protection that each channel switched on.</summary>
    public ImmutableArray<ChannelProtection> Protections { get; init; } = [];

    /// <summary>The processes that may open restricted shared resources.</summary>
    public ImmutableArray<SharedResourceGrant> Grants { get; init; } = [];

    /// <summary>Protected shared resources that any process may open.</summary>
    public uint UnrestrictedProtectedSharedResources { get; init; }

    /// <summary>The outputs that show its content.</summary>
    public ImmutableArray<ulong> OutputIds { get; init; } = [1];

    /// <summary>Who can reach content on the bus.</summary>
    public AccessibilityAttributes Accessibility { get; init; } = new(BusType.PciExpress, false, true);

    /// <summary>Kinds of encryption that content can have when it is accessible.</summary>
    public ImmutableArray<Guid> EncryptionGuids { get; init; } = [CryptoTypes.Aes128Ctr];

    /// <summary>The kind that it has; <see cref="Guid.Empty"/>: none.</summary>
    public Guid CurrentEncryption { get; init; }

    /// <summary>The channel that set <see cref="CurrentEncryption"/>; none while nothing is set.</summary>
    public ContentHandle EncryptionChannel { get; init; }

    /// <summary>The protection in force: what any channel switched on.</summary>
    public ProtectionFlags Protection => ProtectionExcept(ContentHandle.None);

    /// <summary>The session that a decoder is bound to, or none.</summary>
    public ContentHandle BoundSession(ContentHandle decoder)
    {
        foreach (var binding in Bindings)
        {
            if (binding.Decoder == decoder)
                return binding.CryptoSession;
        }

        return ContentHandle.None;
    }

    /// <summary>A session is destroyed: its decoders become unbound, unless chosen otherwise.</summary>
    public ProtectedDevice WithoutSession(ContentHandle session, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return this with
        {
            Sessions = Sessions.RemoveAll(known => known.Handle == session),
            Bindings = choices.DestroyBoundSession == DestroyBoundSession.KeepBinding
                ? Bindings
                : Bindings.RemoveAll(binding => binding.CryptoSession == session),
        };
    }

    /// <summary>A decoder is destroyed, and its binding with it.</summary>
    public ProtectedDevice WithoutDecoder(ContentHandle decoder) => this with
    {
        Decoders = Decoders.RemoveAll(known => known.Handle == decoder),
        Bindings = Bindings.RemoveAll(binding => binding.Decoder == decoder),
    };

    /// <summary>
    /// A channel is destroyed: the protection and the encryption that it set are undone, the processes that it let in
    /// stay.
    /// </summary>
    public ProtectedDevice WithoutChannel(ContentHandle channel)
    {
        var grants = Grants;
        for (var i = 0; i < grants.Length; i++)
        {
            if (grants[i].Channel == channel)
                grants = grants.SetItem(i, grants[i] with { Channel = ContentHandle.None });
        }

        var encrypts = EncryptionChannel == channel;
        return this with
        {
            Protections = Protections.RemoveAll(protection => protection.Channel == channel),
            Grants = grants,
            CurrentEncryption = encrypts ? Guid.Empty : CurrentEncryption,
            EncryptionChannel = encrypts ? ContentHandle.None : EncryptionChannel,
        };
    }

    /// <summary>What other channels than one have switched on.</summary>
    internal ProtectionFlags ProtectionExcept(ContentHandle channel)
    {
        var flags = ProtectionFlags.None;
        foreach (var protection in Protections)
        {
            if (protection.Channel != channel)
                flags |= protection.Flags;
        }

        return flags;
    }
}
