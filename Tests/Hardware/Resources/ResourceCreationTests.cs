using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Xunit;
using static Sim.Tests.Hardware.Resources.SampleSurfaces;

namespace Sim.Tests.Hardware.Resources;

public sealed class ResourceCreationTests
{
    private static readonly ProtectedMemory Memory = new(1024, 0);

    [Theory]
    [InlineData(30, 4, 16, 128)]
    [InlineData(32, 4, 16, 128)]
    [InlineData(33, 4, 16, 144)]
    [InlineData(30, 4, 1, 120)]
    [InlineData(uint.MaxValue, uint.MaxValue, 16, 18446744065119617040ul)]
    public void Rows_are_whole_blocks(uint width, uint bytesPerPixel, uint block, ulong pitch) =>
        Assert.Equal(pitch, ProtectedPitch.Of(width, bytesPerPixel, block));

    [Theory]
    [InlineData(0, 4, 4)]
    [InlineData(30, 0, 4)]
    [InlineData(30, 4, 0)]
    [InlineData(16385, 1, 4)]
    [InlineData(1, 16385, 4)]
    [InlineData(1, 1, 17)]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue)]
    public void Sizes_that_no_surface_has_are_refused(uint width, uint height, uint bytesPerPixel) =>
        Assert.Equal(new(DdiStatus.InvalidArg, Memory), Create(Plain with
        {
            Width = width,
            Height = height,
            BytesPerPixel = bytesPerPixel,
        }));

    [Fact]
    public void Protected_surfaces_take_protected_memory_and_others_do_not()
    {
        Assert.Equal(new(DdiStatus.Ok, Memory), Create(Plain));
        Assert.Equal(new(DdiStatus.Ok, new ProtectedMemory(1024, 512)), Create(Restricted));
        Assert.Equal(new(DdiStatus.Ok, new ProtectedMemory(1024, 512)), Create(HwProtected));
    }

    [Fact]
    public void Too_little_memory_has_a_code_for_each_protection_and_costs_nothing()
    {
        var memory = new ProtectedMemory(1024, 513);

        Assert.Equal(new(DdiStatus.OutOfMemory, memory), Create(Restricted, memory: memory));
        Assert.Equal(new(DdiStatus.DxgiHwProtectionOutOfMemory, memory), Create(HwProtected, memory: memory));
        Assert.Equal(DdiStatus.Ok, Create(Restricted, memory: memory.Free(1)).Status);
        Assert.Equal(0ul, memory.Free(9999).Used);
    }

    [Fact]
    public void No_protected_or_restricted_resource_gives_the_CPU_access()
    {
        ResourceMiscFlags[] all =
        [
            ResourceMiscFlags.RestrictedContent,
            ResourceMiscFlags.HwProtected,
            ResourceMiscFlags.RestrictSharedResource | ResourceMiscFlags.Shared,
            ResourceMiscFlags.RestrictSharedResourceDriver | ResourceMiscFlags.Shared,
        ];

        Assert.All(all, misc => Assert.Equal(
            DdiStatus.InvalidArg, Create(Plain with { Misc = misc, CpuAccess = CpuAccess.Read }).Status));
        Assert.All(all, misc => Assert.Equal(DdiStatus.Ok, Create(Plain with { Misc = misc }).Status));
    }

    [Fact]
    public void In_Direct3D_9_restricted_content_may_be_lockable_but_not_hardware_s()
    {
        var lockable = Restricted with { CpuAccess = CpuAccess.Read };

        Assert.Equal(
            DdiStatus.Ok,
            ResourceCreation.Check(lockable, DeviceProfiles.Full, Memory, DdiGeneration.D3D9).Status);
        Assert.Equal(
            DdiStatus.InvalidArg,
            ResourceCreation.Check(
                HwProtected with { CpuAccess = CpuAccess.Read }, DeviceProfiles.Full, Memory, DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Hardware_protects_neither_dynamic_nor_staging_nor_geometry()
    {
        ResourceDesc[] wrong =
        [
            HwProtected with { Usage = ResourceUsage.Dynamic },
            HwProtected with { Usage = ResourceUsage.Staging },
            HwProtected with { Bind = ResourceBind.VertexBuffer },
            HwProtected with { Bind = ResourceBind.IndexBuffer | ResourceBind.ShaderResource },
        ];

        Assert.All(wrong, desc => Assert.Equal(DdiStatus.InvalidArg, Create(desc).Status));
        Assert.Equal(DdiStatus.Ok, Create(HwProtected with { Bind = ResourceBind.Decoder }).Status);
    }

    [Fact]
    public void Protection_that_the_device_lacks_is_refused()
    {
        var none = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.None };

        Assert.Equal(DdiStatus.InvalidArg, Create(Restricted, none).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(HwProtected, none).Status);
        Assert.Equal(DdiStatus.Ok, Create(Plain, none).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(Restricted, DeviceProfiles.D3D11On12Like).Status);
    }

    [Theory]
    [InlineData(ResourceMiscFlags.RestrictSharedResource)]
    [InlineData(ResourceMiscFlags.RestrictSharedResourceDriver)]
    public void Only_shared_resources_are_restricted(ResourceMiscFlags restriction)
    {
        Assert.Equal(DdiStatus.InvalidArg, Create(Plain with { Misc = restriction }).Status);
        Assert.Equal(
            DdiStatus.Ok, Create(Plain with { Misc = restriction | ResourceMiscFlags.SharedNtHandle }).Status);
    }

    private static DdiResult<ProtectedMemory> Create(
        ResourceDesc desc, DeviceProfile? device = null, ProtectedMemory? memory = null) =>
        ResourceCreation.Check(desc, device ?? DeviceProfiles.Full, memory ?? Memory);
}
