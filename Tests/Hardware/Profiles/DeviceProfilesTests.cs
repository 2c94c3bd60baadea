using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Xunit;

namespace Sim.Tests.Hardware.Profiles;

public sealed class DeviceProfilesTests
{
    [Theory]
    [InlineData("full", 0xFCFB)]
    [InlineData("no-refresh", 0xFCDB)]
    [InlineData("no-content-key", 0xFCEB)]
    [InlineData("no-partial", 0xFCF3)]
    [InlineData("drm-communication-only", 0xE800)]
    [InlineData("d3d11on12-like", 0x0800)]
    public void Profiles_show_their_flags_to_the_application(string name, uint caps)
    {
        Assert.True(DeviceProfiles.TryGet(name, out var profile));
        Assert.Equal((ContentProtectionCaps)caps, profile.ApiCaps);
        Assert.Equal(name, profile.ToString());
    }

    [Fact]
    public void An_unknown_name_is_told() => Assert.False(DeviceProfiles.TryGet("Full", out _));

    [Fact]
    public void Names_are_distinct() => Assert.Distinct(DeviceProfiles.All.Select(profile => profile.Name));

    [Fact]
    public void Has_wants_all_flags_and_HasAny_one()
    {
        var both = DdiContentProtectionCaps.ContentKey | DdiContentProtectionCaps.FreshenSessionKey;

        Assert.True(DeviceProfiles.Full.Has(both));
        Assert.False(DeviceProfiles.NoRefresh.Has(both));
        Assert.True(DeviceProfiles.NoRefresh.HasAny(both));
        Assert.False(DeviceProfiles.D3D11On12Like.HasAny(both));
    }
}
