using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Util;
using Xunit;

namespace Sim.Tests.Runtime;

public sealed class SetupTests
{
    [Fact]
    public async Task A_system_starts_with_the_configuration_of_its_setup()
    {
        var setup = BootstrapSetup.Create().WithConfig("my.key = 1").WithConfigFallback("my { key = 2, other = 3 }");
        var system = ActorSystem.Create("setup", setup.WithActorRefProvider(ProviderSelection.Local.Instance));
        Assert.Equal(1, system.Settings.Config.GetInt("my.key"));
        Assert.Equal(3, system.Settings.Config.GetInt("my.other"));
        await system.Terminate();
    }

    [Fact]
    public void A_bootstrap_setup_shows_what_it_was_given()
    {
        var setup = BootstrapSetup.Create();
        Assert.False(setup.Config.HasValue);
        Assert.False(setup.ActorRefProvider.HasValue);
        Config config = "a = 1";
        Assert.Same(config, setup.WithConfig(config).Config.Value);
        var local = ProviderSelection.Local.Instance;
        Assert.Same(local, setup.WithActorRefProvider(local).WithConfig(config).ActorRefProvider.Value);
    }

    [Fact]
    public void Parts_are_found_by_their_type_and_the_last_of_a_type_counts()
    {
        var (first, second) = (new Mine("first"), new Mine("second"));
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create(), first).And(second);
        Assert.Same(second, setup.Get<Mine>().Value);
        Assert.True(setup.Get<BootstrapSetup>().HasValue);
        Assert.False(ActorSystemSetup.Empty.Get<Mine>().HasValue);
        Assert.Same(first, first.And(BootstrapSetup.Create()).Get<Mine>().Value);
    }

    [Fact]
    public void References_that_are_not_local_are_refused() =>
        Assert.Throws<NotSupportedException>(() => ActorSystem.Create(
            "remote", BootstrapSetup.Create().WithActorRefProvider(ProviderSelection.Remote.Instance)));

    [Fact]
    public void An_option_is_a_value_or_none()
    {
        Option<string> some = "value";
        Assert.True(some.HasValue);
        Assert.Equal(5, some.Select(text => text.Length).GetOrElse(0));
        Assert.Equal("other", Option<string>.None.GetOrElse("other"));
        Assert.Equal(some, new Option<string>("value"));
        Assert.NotEqual(some, Option<string>.None);
    }

    private sealed class Mine(string name) : Setup
    {
        public string Name { get; } = name;
    }
}
