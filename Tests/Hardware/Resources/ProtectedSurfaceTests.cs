using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Resources;
using Xunit;
using static Sim.Tests.Hardware.Resources.SampleSurfaces;

namespace Sim.Tests.Hardware.Resources;

public sealed class ProtectedSurfaceTests
{
    [Fact]
    public void Generations_begin_with_1_and_skip_0()
    {
        Assert.Equal(1u, SurfaceGeneration.First.Value);
        Assert.Equal(2u, SurfaceGeneration.First.Next().Value);
        Assert.Equal(1u, new SurfaceGeneration(uint.MaxValue).Next().Value);
    }

    [Theory]
    [InlineData(SurfaceContent.Open, true, true)]
    [InlineData(SurfaceContent.Protected, true, false)]
    [InlineData(SurfaceContent.Encrypted, true, false)]
    [InlineData(SurfaceContent.PartlyEncrypted, true, false)]
    [InlineData(SurfaceContent.Undefined, false, false)]
    public void Protected_content_of_an_older_generation_is_gone(SurfaceContent content, bool before, bool after)
    {
        var surface = new ProtectedSurface(Restricted).Written(content, SurfaceGeneration.First);

        Assert.Equal(before, surface.IsCurrent(SurfaceGeneration.First));
        Assert.Equal(after, surface.IsCurrent(SurfaceGeneration.First.Next()));
    }

    [Fact]
    public void Aborted_work_leaves_poison_zeros_or_what_it_left()
    {
        byte[] bytes = [1, 2, 3, 4, 5];

        Assert.Equal([0xDE, 0xAD, 0xC0, 0xDE, 0xDE], Settled(AbortedDestination.Poison));
        Assert.Equal([0, 0, 0, 0, 0], Settled(AbortedDestination.Zeros));
        Assert.Equal([1, 2, 3, 4, 5], Settled(AbortedDestination.LeaveAsIs));
        Assert.True(AbortedSurface.IsPoison(Settled(AbortedDestination.Poison)));
        Assert.False(AbortedSurface.IsPoison(bytes));

        byte[] Settled(AbortedDestination choice)
        {
            var copy = bytes.ToArray();
            AbortedSurface.Settle(copy, new() { AbortedDestination = choice });
            return copy;
        }
    }

    [Fact]
    public void Aborted_work_leaves_an_undefined_surface()
    {
        var surface = new ProtectedSurface(Restricted) { IsBusy = true };

        Assert.Equal(
            new ProtectedSurface(Restricted) { Content = SurfaceContent.Undefined }, AbortedSurface.Of(surface));
    }

    [Fact]
    public void A_restricted_resource_opens_for_its_creator_and_for_whom_a_channel_let_in()
    {
        var shared = Plain with { Misc = ResourceMiscFlags.Shared };
        var restricted = Plain with { Misc = ResourceMiscFlags.Shared | ResourceMiscFlags.RestrictSharedResource };
        var none = new ProtectedDevice(new(1));
        var handle = none with { Grants = [new(ProcessType.Handle, new(22), new(9))] };
        var dwm = none with { Grants = [new(ProcessType.Dwm, ContentHandle.None, new(9))] };

        Assert.Equal(DdiStatus.InvalidArg, Open(Plain, 11, none));
        Assert.Equal(DdiStatus.Ok, Open(shared, 22, none));
        Assert.Equal(DdiStatus.Ok, Open(restricted, 11, none));
        Assert.Equal(DdiStatus.DxgiAccessDenied, Open(restricted, 22, none));
        Assert.Equal(DdiStatus.Ok, Open(restricted, 22, handle));
        Assert.Equal(DdiStatus.DxgiAccessDenied, Open(restricted, 23, handle));
        Assert.Equal(DdiStatus.DxgiAccessDenied, Open(restricted, 22, dwm));
        Assert.Equal(DdiStatus.Ok, Open(restricted, 22, dwm, isDwm: true));
        Assert.Equal(
            DdiStatus.DxgiAccessDenied, Open(restricted with { Misc = (ResourceMiscFlags)0x4002 }, 22, none));

        static DdiStatus Open(ResourceDesc desc, ulong opener, ProtectedDevice device, bool isDwm = false) =>
            SharedResourceOpening.Check(desc, creator: new(11), new(opener), isDwm, device);
    }
}
