using Sim.Hardware.Resources;
using Xunit;

namespace Sim.Tests.Hardware.Resources;

public sealed class ResourceFlagTests
{
    [Fact]
    public void Flags_have_the_values_of_their_layer()
    {
        Assert.Equal(0x1000u, (uint)ResourceMiscFlags.RestrictedContent);
        Assert.Equal(0x2000u, (uint)ResourceMiscFlags.RestrictSharedResource);
        Assert.Equal(0x4000u, (uint)ResourceMiscFlags.RestrictSharedResourceDriver);
        Assert.Equal(0x80000u, (uint)ResourceMiscFlags.HwProtected);
        Assert.Equal(0x2u, (uint)ResourceMiscFlags.Shared);
        Assert.Equal(0x100u, (uint)ResourceMiscFlags.SharedKeyedMutex);
        Assert.Equal(0x800u, (uint)ResourceMiscFlags.SharedNtHandle);
        Assert.Equal(0x800u, (uint)DdiResourceMiscFlags.RestrictedContent);
        Assert.Equal(0x1000u, (uint)DdiResourceMiscFlags.RestrictSharedResourceDriver);
        Assert.Equal(0x10000u, (uint)DdiResourceMiscFlags.HwProtected);
        Assert.Equal(0x40000u, (uint)DdiResourceMiscFlags.ContainsHwProtected);
        Assert.Equal(0x40000000u, (uint)D3D9ResourceFlags.RestrictedContent);
        Assert.Equal(0x80000000u, (uint)D3D9ResourceFlags.RestrictSharedAccess);
        Assert.Equal([0, 1, 2, 3], Enum.GetValues<ResourceUsage>().Select(value => (int)value));
        Assert.Equal([0u, 0x10000u, 0x20000u], Enum.GetValues<CpuAccess>().Select(value => (uint)value));
        Assert.Equal(
            [0u, 0x1u, 0x2u, 0x8u, 0x20u, 0x200u], Enum.GetValues<ResourceBind>().Select(value => (uint)value));
    }

    // DDI 0x800 is the application's SHARED_NTHANDLE: bits must never cross.
    [Fact]
    public void Translation_moves_every_flag()
    {
        Assert.Equal(DdiResourceMiscFlags.RestrictedContent, ResourceMiscFlags.RestrictedContent.ToDdi());
        Assert.Equal(
            DdiResourceMiscFlags.RestrictSharedResourceDriver, ResourceMiscFlags.RestrictSharedResourceDriver.ToDdi());
        Assert.Equal(DdiResourceMiscFlags.HwProtected, ResourceMiscFlags.HwProtected.ToDdi());
        Assert.Equal(
            DdiResourceMiscFlags.None,
            (ResourceMiscFlags.SharedNtHandle | ResourceMiscFlags.RestrictSharedResource).ToDdi());
    }
}
