using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Hardware.Resources.SampleSurfaces;

namespace Sim.Tests.Hardware.Resources;

public sealed class DecryptionBltCallTests
{
    private static readonly DecryptionBltRequest Fine = new(Staging, Restricted, 512, null, 16, 16);

    [Fact]
    public void Ciphertext_goes_from_an_open_surface_into_a_protected_one()
    {
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine));
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine with { Destination = HwProtected }));
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine with { ContentKeySize = 0 }));
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine with { SourceSize = 528 }));
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine with { BlockInfo = new(32, 16, 16) }));
    }

    [Fact]
    public void Surfaces_that_do_not_suit_are_refused()
    {
        DecryptionBltRequest[] wrong =
        [
            Fine with { Destination = Plain },
            Fine with { Source = Restricted },
            Fine with { Source = Staging with { IsMultisampled = true } },
            Fine with { Destination = Restricted with { IsMultisampled = true } },
            Fine with { Destination = Restricted with { Width = 31 } },
            Fine with { Destination = Restricted with { Height = 5 } },
            Fine with { Destination = Restricted with { BytesPerPixel = 2 } },
        ];

        Assert.All(wrong, one => Assert.Equal(Void(SurfaceRule.SurfaceKind), Judge(one)));
    }

    [Fact]
    public void Sizes_follow_the_protected_pitch_and_whole_blocks()
    {
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { SourceSize = 511 }));
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { SourceSize = 496 }));
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { SourceSize = 513 }));
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { ContentKeySize = 15 }));
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { IvSize = 0 }));
        Assert.Equal(Void(SurfaceRule.Size), Judge(Fine with { IvSize = 8 }));
    }

    [Fact]
    public void Keys_and_patterns_want_their_capability()
    {
        var pattern = Fine with { BlockInfo = new(32, 16, 16) };

        Assert.Equal(Void(SurfaceRule.MissingCapability), Judge(Fine, DeviceProfiles.NoContentKey));
        Assert.Equal(CallVerdict.GoesOn, Judge(Fine with { ContentKeySize = 0 }, DeviceProfiles.NoContentKey));
        Assert.Equal(Void(SurfaceRule.MissingCapability), Judge(pattern, DeviceProfiles.NoPartial));
    }

    [Fact]
    public void A_pattern_is_of_whole_blocks() =>
        Assert.Equal(Void(SurfaceRule.BlockAlignment), Judge(Fine with { BlockInfo = new(100, 20, 2) }));

    [Fact]
    public void In_Direct3D_9_the_source_is_system_memory_and_calls_are_answered()
    {
        var inVideoMemory = Fine with { Source = Plain };

        Assert.Equal(CallVerdict.GoesOn, Judge(inVideoMemory));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.SurfaceKind, DdiStatus.InvalidCall),
            Judge(inVideoMemory, generation: DdiGeneration.D3D9));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.MissingCapability, DdiStatus.NotAvailable),
            Judge(Fine, DeviceProfiles.NoContentKey, DdiGeneration.D3D9));
    }

    [Fact]
    public void A_closed_gate_is_the_answer()
    {
        var gate = CallVerdict.Refused(SurfaceRule.NoSessionKey, DdiStatus.Ok);

        Assert.Equal(gate, DecryptionBltCall.DecryptionBlt(Fine, DeviceProfiles.Full, gate, DdiChoices.Default));
    }

    private static CallVerdict Void(SurfaceRule rule) => CallVerdict.Refused(rule, DdiStatus.Ok);

    private static CallVerdict Judge(
        DecryptionBltRequest request, DeviceProfile? device = null, DdiGeneration generation = DdiGeneration.D3D11) =>
        DecryptionBltCall.DecryptionBlt(
            request, device ?? DeviceProfiles.Full, CallVerdict.GoesOn, DdiChoices.Default, generation);
}
