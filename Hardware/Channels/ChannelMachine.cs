using System.Security.Cryptography;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Hardware.Channels;

/// <summary>
/// The rules of authenticated channels: a channel, the device behind it and a call come in, both go out as they are
/// then. Messages are structures in memory, as in the interface. It holds no state of its own.
/// </summary>
/// <param name="profile">What the device can do.</param>
/// <param name="choices">What is done where the documents are silent.</param>
/// <param name="abi">How structures lie in memory.</param>
public sealed partial class ChannelMachine(DeviceProfile profile, DdiChoices choices, DdiAbi abi = DdiAbi.X64)
{
    private const int PrivateAlignment = 8;

    /// <summary>CalcPrivateAuthenticatedChannelSize: bytes that the runtime reserves for the driver, in whole pointers;
    /// it must not fail.</summary>
    public int CalcPrivateAuthenticatedChannelSize(AuthenticatedChannelType type) =>
        Supports(type) && type != AuthenticatedChannelType.D3D11
            ? (profile.ChannelPrivateSize + PrivateAlignment - 1) / PrivateAlignment * PrivateAlignment
            : 0;

    /// <summary>CreateAuthenticatedChannel.</summary>
    /// <param name="type">Whom it is to speak to; the driver must protect in that way.</param>
    /// <param name="index">Number of the channel on the device, from 0: its handle follows from it.</param>
    /// <param name="facts">How the device stands.</param>
    /// <param name="generation">Direct3D 9 has codes of its own.</param>
    /// <returns>The channel; or that the device is removed, E_OUTOFMEMORY without room, E_INVALIDARG (NOTAVAILABLE in
    /// Direct3D 9) for a type that the device does not have.</returns>
    public DdiResult<ChannelState?> CreateAuthenticatedChannel(
        AuthenticatedChannelType type,
        int index,
        in CreationFacts facts,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var d3d9 = generation == DdiGeneration.D3D9;
        if (facts.DeviceRemoved)
            return new(d3d9 ? DdiStatus.DeviceRemoved : SessionCallGate.StatusAfterRemoval(choices), null);
        if (!Supports(type))
            return new(d3d9 ? DdiStatus.NotAvailable : DdiStatus.InvalidArg, null);
        if (!facts.HasRoom)
            return new(DdiStatus.OutOfMemory, null);
        return new(DdiStatus.Ok, new(type, ContentHandle.Mint(ContentHandleKind.Channel, index)));
    }

    /// <summary>Whether any call on a channel goes on; the shell asks first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="deviceRemoved">Its device was removed.</param>
    /// <param name="wrongDevice">The caller's device is not the one that made it.</param>
    public CallVerdict Check(ChannelState channel, bool deviceRemoved, bool wrongDevice) => channel switch
    {
        _ when deviceRemoved =>
            CallVerdict.Refused(SurfaceRule.DeviceRemoved, SessionCallGate.StatusAfterRemoval(choices)),
        _ when wrongDevice => CallVerdict.Refused(SurfaceRule.WrongDevice),
        { Destroyed: true } => CallVerdict.Refused(SurfaceRule.Destroyed),
        _ => CallVerdict.GoesOn,
    };

    /// <summary>
    /// NegotiateAuthenticatedChannelKeyExchange: the channel's 16-byte key, wrapped to 256 bytes for the device. Once
    /// per channel, and never on the runtime's own.
    /// </summary>
    /// <returns>E_INVALIDARG for anything else; then the channel stays as it is.</returns>
    public ChannelStep NegotiateAuthenticatedChannelKeyExchange(
        ChannelState channel, ProtectedDevice device, ReadOnlySpan<byte> data, DeviceKeyPair keyPair)
    {
        ArgumentNullException.ThrowIfNull(keyPair);
        Span<byte> key = stackalloc byte[AesKey.Size];
        if (channel.Destroyed || channel.IsRuntime || channel.Key is not null || !keyPair.TryUnwrap(data, key))
            return new(channel, device, DdiStatus.InvalidArg);
        var step = new ChannelStep(channel with { Key = new AesKey(key) }, device, DdiStatus.Ok);
        CryptographicOperations.ZeroMemory(key);
        return step;
    }

    /// <summary>
    /// DestroyAuthenticatedChannel: wipes the key and undoes the protection and the encryption that were set through
    /// the channel. Processes that it let in stay.
    /// </summary>
    public ChannelStep DestroyAuthenticatedChannel(ChannelState channel, ProtectedDevice device)
    {
        channel.Key?.Zero();
        var destroyed = channel with { Key = null, Commands = null, Queries = null, Destroyed = true };
        return new(destroyed, device.WithoutChannel(channel.Handle), DdiStatus.Ok);
    }

    private bool Supports(AuthenticatedChannelType type) => type switch
    {
        AuthenticatedChannelType.D3D11 => true,
        AuthenticatedChannelType.DriverSoftware => profile.Has(DdiContentProtectionCaps.Software),
        AuthenticatedChannelType.DriverHardware => profile.Has(DdiContentProtectionCaps.Hardware),
        _ => false,
    };

    private bool SizeFits(int given, int structure) =>
        choices.MessageSizes == MessageSizes.Exact ? given == structure : given >= structure;

    // What the caller can rely on: the head it sent, the status, zeros, and over all of them the OMAC. Without a key
    // there is nothing that would make it reliable, and the memory stays as it is; but the runtime's own channel has no
    // key at all.
    private DdiStatus Fill(
        ChannelState channel, in ChannelOutput head, int size, ChannelAnswer? answer, Span<byte> output)
    {
        if (output.Length < size || (channel.Key is null && !channel.IsRuntime))
            return head.ReturnCode;
        var structure = output[..size];
        structure.Clear();
        head.Write(structure, abi);
        answer?.Write(structure, abi);
        if (channel.Key is { } key)
            Omac.Of(key, structure).Write(structure);
        return head.ReturnCode;
    }
}
