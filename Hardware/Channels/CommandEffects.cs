using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>What the commands of a channel do to the device, once they are found authentic and in order.</summary>
internal static class CommandEffects
{
    /// <summary>Carries a command out.</summary>
    /// <param name="device">The device.</param>
    /// <param name="channel">The channel that the command came through.</param>
    /// <param name="command">Any command but INITIALIZE.</param>
    /// <returns>The device as it is then, unchanged unless the status is <see cref="DdiStatus.Ok"/>.</returns>
    public static (DdiStatus Status, ProtectedDevice Device) Apply(
        ProtectedDevice device, ContentHandle channel, ConfigureCommand command) => command switch
        {
            ProtectionCommand protect => Protect(device, channel, protect.Protections),
            CryptoSessionCommand bind => Bind(device, bind),
            SharedResourceCommand share => Share(device, channel, share),
            EncryptionWhenAccessibleCommand encrypt => Encrypt(device, channel, encrypt.EncryptionGuid),
            _ => (DdiStatus.Fail, device),
        };

    private static (DdiStatus, ProtectedDevice) Protect(
        ProtectedDevice device, ContentHandle channel, ProtectionFlags flags)
    {
        var ofOthers = device.ProtectionExcept(channel);
        if ((flags & ~ProtectionFlags.All) != 0 || (ofOthers & ~flags) != 0)
            return (DdiStatus.InvalidArg, device);
        var protections = device.Protections.RemoveAll(protection => protection.Channel == channel);
        if (flags != ProtectionFlags.None)
            protections = protections.Add(new(channel, flags));
        return (DdiStatus.Ok, device with { Protections = protections });
    }

    // Binding again replaces: a decoder has one session, a session may have several decoders.
    private static (DdiStatus, ProtectedDevice) Bind(ProtectedDevice device, CryptoSessionCommand bind)
    {
        if (bind.DeviceHandle != device.Handle
            || ProfiledHandle.ProfileOf(device.Decoders, bind.DecodeHandle) is not { } decodes
            || ProfiledHandle.ProfileOf(device.Sessions, bind.CryptoSessionHandle) is not { } serves
            || serves == Guid.Empty
            || serves != decodes)
            return (DdiStatus.InvalidArg, device);
        var bindings = device.Bindings
            .RemoveAll(binding => binding.Decoder == bind.DecodeHandle)
            .Add(new(bind.DecodeHandle, bind.CryptoSessionHandle));
        return (DdiStatus.Ok, device with { Bindings = bindings });
    }

    private static (DdiStatus, ProtectedDevice) Share(
        ProtectedDevice device, ContentHandle channel, SharedResourceCommand share)
    {
        if (share.ProcessType is not (ProcessType.Dwm or ProcessType.Handle))
            return (DdiStatus.InvalidArg, device);
        var process = share.ProcessType == ProcessType.Handle ? share.ProcessHandle : ContentHandle.None;
        var index = IndexOf(device, share.ProcessType, process);
        if (share.AllowAccess)
        {
            if (index >= 0)
                return (DdiStatus.Ok, device);
            return device.Grants.Length == ProtectedDevice.MaxGrants
                ? (DdiStatus.OutOfMemory, device)
                : (DdiStatus.Ok, device with { Grants = device.Grants.Add(new(share.ProcessType, process, channel)) });
        }

        if (index < 0)
            return (DdiStatus.Ok, device);
        var owner = device.Grants[index].Channel;
        return owner.IsNone || owner == channel
            ? (DdiStatus.Ok, device with { Grants = device.Grants.RemoveAt(index) })
            : (DdiStatus.InvalidArg, device);
    }

    private static (DdiStatus, ProtectedDevice) Encrypt(ProtectedDevice device, ContentHandle channel, Guid encryption)
    {
        var isKnown = encryption == Guid.Empty || device.EncryptionGuids.Contains(encryption);
        var isOthers = !device.EncryptionChannel.IsNone && device.EncryptionChannel != channel;
        if (!isKnown || (isOthers && encryption != device.CurrentEncryption))
            return (DdiStatus.InvalidArg, device);
        if (isOthers)
            return (DdiStatus.Ok, device);
        return (DdiStatus.Ok, device with
        {
            CurrentEncryption = encryption,
            EncryptionChannel = encryption == Guid.Empty ? ContentHandle.None : channel,
        });
    }

    private static int IndexOf(ProtectedDevice device, ProcessType type, ContentHandle process)
    {
        for (var i = 0; i < device.Grants.Length; i++)
        {
            if (device.Grants[i].ProcessType == type && device.Grants[i].ProcessHandle == process)
                return i;
        }

        return -1;
    }
}
