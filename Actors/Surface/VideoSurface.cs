using Sim.Hardware.Resources;

namespace Sim.Actors.Surface;

/// <summary>A surface of a <see cref="ContentProtectionDevice"/>.</summary>
public sealed class VideoSurface
{
    private readonly ContentProtectionDevice _device;

    internal VideoSurface(ContentProtectionDevice device, DriverHandle handle, ResourceDesc desc) =>
        (_device, DriverHandle, Desc) = (device, handle, desc);

    /// <summary>Its name in the device's messages.</summary>
    public DriverHandle DriverHandle { get; }

    /// <summary>What it was created as.</summary>
    public ResourceDesc Desc { get; }

    /// <summary>The final Release; its memory is free when no work uses it any more.</summary>
    public Task ReleaseAsync(CancellationToken cancel = default) => _device.ReleaseAsync(DriverHandle, cancel);
}
