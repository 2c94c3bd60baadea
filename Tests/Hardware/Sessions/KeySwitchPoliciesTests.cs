using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class KeySwitchPoliciesTests
{
    private static readonly SessionLimits Limits = new(Jobs: 2, PendingRefreshes: 1);

    [Fact]
    public void Names_are_known_in_order_and_hold_the_default()
    {
        Assert.Equal(KeySwitchPolicies.Names.Order(StringComparer.Ordinal), KeySwitchPolicies.Names);
        Assert.Contains("drain", KeySwitchPolicies.Names);
        Assert.Equal("slots", KeySwitchPolicies.Default);
        Assert.Contains(KeySwitchPolicies.Default, KeySwitchPolicies.Names);
    }

    [Fact]
    public void Create_makes_a_policy_of_its_own_for_each_session()
    {
        foreach (var name in KeySwitchPolicies.Names)
            Assert.NotSame(KeySwitchPolicies.Create(name, Limits, engines: 2), KeySwitchPolicies.Create(name, Limits, engines: 2));
        Assert.IsType<DrainPolicy>(KeySwitchPolicies.Create("drain", Limits, engines: 2));
        Assert.IsType<MarkerPolicy>(KeySwitchPolicies.Create("marker", Limits, engines: 2));
        Assert.IsType<SlotsPolicy>(KeySwitchPolicies.Create("slots", Limits, engines: 2));
    }

    [Fact]
    public void Create_names_the_policies_that_there_are_when_asked_for_another()
    {
        var error = Assert.Throws<ArgumentException>(() => KeySwitchPolicies.Create("Drain", Limits, engines: 2));
        Assert.Contains(string.Join(", ", KeySwitchPolicies.Names), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Create_takes_the_largest_limits(string name)
    {
        var policy = new PolicyPage(KeySwitchPolicies.Create(name, new SessionLimits(int.MaxValue, int.MaxValue), engines: 64));
        Assert.Equal(name == "marker" ? "mark 1" : "open 1", policy.Finish(1)[0]);
    }
}
