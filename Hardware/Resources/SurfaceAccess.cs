using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;

namespace Sim.Hardware.Resources;

/// <summary>What may be done with a surface's bytes besides the blits: copies, and the CPU.</summary>
/// <param name="device">What the device can do.</param>
/// <param name="protection">The protection that its channels have switched on.</param>
public sealed class SurfaceAccess(DeviceProfile device, ProtectionFlags protection)
{
    /// <summary>
    /// Whether a surface is protected now: one that hardware protects always, one for restricted content when a channel
    /// has switched protection on, or always on some devices.
    /// </summary>
    public bool IsProtectedNow(in ResourceDesc desc) =>
        desc.Misc.HasFlag(ResourceMiscFlags.HwProtected)
        || (desc.Misc.HasFlag(ResourceMiscFlags.RestrictedContent)
            && (device.Has(DdiContentProtectionCaps.ProtectionAlwaysOn)
                || protection.HasFlag(ProtectionFlags.ProtectionEnabled)));

    /// <summary>Judges a copy of the whole surface (CopyResource).</summary>
    public CopyOutcome Copy(in ResourceDesc source, in ResourceDesc destination)
    {
        if (!IsProtectedNow(source) || IsProtectedNow(destination))
            return CopyOutcome.AsIs;
        return device.Has(DdiContentProtectionCaps.HardwareProtectUncompressed)
            ? CopyOutcome.Refused
            : CopyOutcome.Zeros;
    }

    /// <summary>The destination after a copy.</summary>
    public ProtectedSurface Copied(ProtectedSurface source, ProtectedSurface destination) =>
        Copy(source.Desc, destination.Desc) switch
        {
            CopyOutcome.AsIs => destination with { Content = source.Content, Stamp = source.Stamp },
            CopyOutcome.Zeros => destination with { Content = SurfaceContent.Open, Stamp = default },
            _ => destination,
        };

    /// <summary>Map, and Lock in Direct3D 9.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="access">What the CPU wants to do.</param>
    /// <param name="doNotWait">D3D11_MAP_FLAG_DO_NOT_WAIT; without it a map waits until the surface is not
    /// busy.</param>
    /// <param name="generation">Whose call it is.</param>
    /// <returns>E_INVALIDARG for a surface that was not made for it or that is protected now (INVALIDCALL in Direct3D
    /// 9), WAS_STILL_DRAWING for one that is busy.</returns>
    public DdiStatus Map(
        ProtectedSurface surface,
        CpuAccess access,
        bool doNotWait = false,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var d3d9 = generation == DdiGeneration.D3D9;
        if (access == CpuAccess.None
            || (surface.Desc.CpuAccess & access) != access
            || IsProtectedNow(surface.Desc))
            return d3d9 ? DdiStatus.InvalidCall : DdiStatus.InvalidArg;
        if (!surface.IsBusy || !doNotWait)
            return DdiStatus.Ok;
        return d3d9 ? DdiStatus.WasStillDrawing : DdiStatus.DxgiWasStillDrawing;
    }
}
