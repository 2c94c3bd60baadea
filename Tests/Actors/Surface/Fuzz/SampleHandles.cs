using Sim.Actors.Surface;
using Sim.Hardware.Ddi;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>The names of objects in a channel's messages: they follow from their numbers.</summary>
internal static class SampleHandles
{
    public static ContentHandle Of(DriverHandle handle, ContentHandleKind kind) =>
        ContentHandle.Mint(kind, (handle.Device * (VideoDeviceSettings.ObjectsMax + 1)) + handle.Index);
}
