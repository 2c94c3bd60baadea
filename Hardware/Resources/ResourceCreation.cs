using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;

namespace Sim.Hardware.Resources;

/// <summary>Which resources a device makes, as far as protection goes.</summary>
public static class ResourceCreation
{
    /// <summary>Pixels of a row, and rows, at most (D3D11_REQ_TEXTURE2D_U_OR_V_DIMENSION).</summary>
    public const uint MaxDimension = 16384;

    /// <summary>Bytes of a pixel at most: four floats.</summary>
    public const uint MaxBytesPerPixel = 16;

    private const ResourceBind GeometryBind = ResourceBind.VertexBuffer | ResourceBind.IndexBuffer;

    private const DdiContentProtectionCaps AnyProtection =
        DdiContentProtectionCaps.Software | DdiContentProtectionCaps.Hardware;

    /// <summary>Judges a resource and takes its memory.</summary>
    /// <param name="desc">The resource.</param>
    /// <param name="device">The device.</param>
    /// <param name="memory">Its memory for protected surfaces.</param>
    /// <param name="generation">Direct3D 9 makes lockable surfaces for restricted content, and fails the lock
    /// instead.</param>
    /// <returns>The memory after; or E_INVALIDARG for a size that no surface has, flags that do not go together, or
    /// protection that the device does not have; E_OUTOFMEMORY or DXGI_ERROR_HW_PROTECTION_OUTOFMEMORY for too little
    /// memory.</returns>
    public static DdiResult<ProtectedMemory> Check(
        in ResourceDesc desc,
        DeviceProfile device,
        ProtectedMemory memory,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var misc = desc.Misc;
        var hardware = misc.HasFlag(ResourceMiscFlags.HwProtected);
        var restricted = misc & (ResourceMiscFlags.AnyProtected | ResourceMiscFlags.AnyRestricted);
        var lockable = generation == DdiGeneration.D3D9 && !hardware;
        if (!HasSize(desc)
            || (restricted != 0 && desc.CpuAccess != CpuAccess.None && !lockable)
            || ((misc & ResourceMiscFlags.AnyRestricted) != 0 && (misc & ResourceMiscFlags.AnyShared) == 0)
            || (misc.HasFlag(ResourceMiscFlags.RestrictedContent) && !device.HasAny(AnyProtection))
            || (hardware && !SuitsHardware(desc, device)))
            return new(DdiStatus.InvalidArg, memory);
        if (!desc.IsProtected)
            return new(DdiStatus.Ok, memory);
        if (memory.TryTake(desc.Size(device.BlockAlignmentSize), out var left))
            return new(DdiStatus.Ok, left);
        return new(hardware ? DdiStatus.DxgiHwProtectionOutOfMemory : DdiStatus.OutOfMemory, memory);
    }

    private static bool HasSize(in ResourceDesc desc) =>
        desc is
        {
            Width: >= 1 and <= MaxDimension,
            Height: >= 1 and <= MaxDimension,
            BytesPerPixel: >= 1 and <= MaxBytesPerPixel,
        };

    private static bool SuitsHardware(in ResourceDesc desc, DeviceProfile device) =>
        device.Has(DdiContentProtectionCaps.HardwareProtectUncompressed)
        && desc.Usage is not (ResourceUsage.Dynamic or ResourceUsage.Staging)
        && (desc.Bind & GeometryBind) == 0;
}
