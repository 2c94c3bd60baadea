using Sim.Hardware.Resources;

namespace Sim.Tests.Hardware.Resources;

/// <summary>Surfaces of 30 by 4 pixels of 4 bytes: rows of 120 bytes, which are 128 in blocks of 16.</summary>
internal static class SampleSurfaces
{
    internal static readonly ResourceDesc Plain = new(30, 4, 4);

    internal static readonly ResourceDesc Staging = Plain with
    {
        Usage = ResourceUsage.Staging,
        CpuAccess = CpuAccess.Read | CpuAccess.Write,
    };

    internal static readonly ResourceDesc Restricted = Plain with
    {
        Misc = ResourceMiscFlags.RestrictedContent,
        Bind = ResourceBind.RenderTarget,
    };

    internal static readonly ResourceDesc HwProtected = Restricted with { Misc = ResourceMiscFlags.HwProtected };
}
