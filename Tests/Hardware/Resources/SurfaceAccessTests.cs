using Sim.Hardware.Channels;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Xunit;
using static Sim.Tests.Hardware.Resources.SampleSurfaces;

namespace Sim.Tests.Hardware.Resources;

public sealed class SurfaceAccessTests
{
    private static readonly DeviceProfile Soft =
        DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Software };

    private static readonly SurfaceAccess SoftOn = new(Soft, ProtectionFlags.ProtectionEnabled);
    private static readonly SurfaceAccess HardOn = new(DeviceProfiles.Full, ProtectionFlags.ProtectionEnabled);
    private static readonly SurfaceAccess SoftOff = new(Soft, ProtectionFlags.None);

    [Fact]
    public void Restricted_content_is_protected_when_a_channel_said_so_or_always_and_hardware_s_always()
    {
        var always = new SurfaceAccess(
            Soft with { Caps = Soft.Caps | DdiContentProtectionCaps.ProtectionAlwaysOn }, ProtectionFlags.None);
        var overlayOnly = new SurfaceAccess(Soft, ProtectionFlags.OverlayOrFullscreenRequired);

        Assert.True(SoftOn.IsProtectedNow(Restricted));
        Assert.False(SoftOff.IsProtectedNow(Restricted));
        Assert.False(overlayOnly.IsProtectedNow(Restricted));
        Assert.True(always.IsProtectedNow(Restricted));
        Assert.True(SoftOff.IsProtectedNow(HwProtected));
        Assert.False(SoftOn.IsProtectedNow(Plain));
    }

    [Fact]
    public void Content_does_not_leave_its_protection_by_a_copy()
    {
        Assert.Equal(CopyOutcome.Zeros, SoftOn.Copy(Restricted, Staging));
        Assert.Equal(CopyOutcome.Refused, HardOn.Copy(Restricted, Staging));
        Assert.Equal(CopyOutcome.Refused, HardOn.Copy(HwProtected, Plain));
        Assert.Equal(CopyOutcome.AsIs, SoftOff.Copy(Restricted, Staging));
        Assert.Equal(CopyOutcome.AsIs, SoftOn.Copy(Restricted, HwProtected));
        Assert.Equal(CopyOutcome.AsIs, SoftOn.Copy(Staging, Restricted));
        Assert.Equal(CopyOutcome.AsIs, SoftOn.Copy(Plain, Plain));
    }

    [Fact]
    public void Copied_content_keeps_its_stamp_and_zeros_have_none()
    {
        var source = new ProtectedSurface(Restricted).Written(SurfaceContent.Protected, new(3));
        var other = new ProtectedSurface(Restricted);
        var open = new ProtectedSurface(Staging).Written(SurfaceContent.Encrypted, new(2));

        Assert.Equal(source, SoftOn.Copied(source, other));
        Assert.Equal(new ProtectedSurface(Staging), SoftOn.Copied(source, open));
        Assert.Equal(open, HardOn.Copied(source, open));
    }

    [Fact]
    public void The_CPU_maps_what_was_made_for_it()
    {
        var staging = new ProtectedSurface(Staging);
        var writeOnly = new ProtectedSurface(Staging with { CpuAccess = CpuAccess.Write });

        Assert.Equal(DdiStatus.Ok, SoftOn.Map(staging, CpuAccess.Read));
        Assert.Equal(DdiStatus.Ok, SoftOn.Map(staging, CpuAccess.Read | CpuAccess.Write));
        Assert.Equal(DdiStatus.InvalidArg, SoftOn.Map(staging, CpuAccess.None));
        Assert.Equal(DdiStatus.InvalidArg, SoftOn.Map(writeOnly, CpuAccess.Read));
        Assert.Equal(DdiStatus.InvalidArg, SoftOn.Map(new(Restricted), CpuAccess.Read));
        Assert.Equal(DdiStatus.InvalidArg, SoftOn.Map(new(HwProtected), CpuAccess.Read));
    }

    [Fact]
    public void A_busy_surface_waits_or_says_so()
    {
        var busy = new ProtectedSurface(Staging) { IsBusy = true };

        Assert.Equal(DdiStatus.Ok, SoftOn.Map(busy, CpuAccess.Read));
        Assert.Equal(DdiStatus.DxgiWasStillDrawing, SoftOn.Map(busy, CpuAccess.Read, doNotWait: true));
        Assert.Equal(
            DdiStatus.WasStillDrawing, SoftOn.Map(busy, CpuAccess.Read, doNotWait: true, DdiGeneration.D3D9));
    }

    [Fact]
    public void In_Direct3D_9_a_lockable_surface_is_not_locked_while_it_is_protected()
    {
        var lockable = new ProtectedSurface(Restricted with { CpuAccess = CpuAccess.Read });

        Assert.Equal(
            DdiStatus.InvalidCall, SoftOn.Map(lockable, CpuAccess.Read, generation: DdiGeneration.D3D9));
        Assert.Equal(DdiStatus.Ok, SoftOff.Map(lockable, CpuAccess.Read, generation: DdiGeneration.D3D9));
    }
}
