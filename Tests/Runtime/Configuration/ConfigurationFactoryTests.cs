using Akka.Configuration;
using Xunit;

namespace Sim.Tests.Runtime.Configuration;

public sealed class ConfigurationFactoryTests
{
    [Fact]
    public void Default_is_the_reference_file_parsed_once() =>
        Assert.Same(ConfigurationFactory.Default(), ConfigurationFactory.Default());

    [Fact]
    public void FromResource_reads_what_is_embedded_and_names_what_is_not()
    {
        Assert.Equal(
            ConfigurationFactory.Default().ToString(),
            ConfigurationFactory.FromResource<Config>("akka.hocon").ToString());
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource("none", this));
        Assert.Contains("'none'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromObject_reads_public_properties()
    {
        var config = ConfigurationFactory.FromObject(new
        {
            name = "x",
            size = 3,
            on = true,
            day = DayOfWeek.Monday,
            wait = TimeSpan.FromMilliseconds(1.5),
            list = new[] { 1, 2 },
            inner = new { ratio = 0.5, none = (string?)null },
        });

        Assert.Equal("x", config.GetString("name"));
        Assert.Equal(3, config.GetInt("size"));
        Assert.True(config.GetBoolean("on"));
        Assert.Equal("Monday", config.GetString("day"));
        Assert.Equal(TimeSpan.FromMilliseconds(1.5), config.GetTimeSpan("wait"));
        Assert.Equal([1, 2], config.GetIntList("list"));
        Assert.Equal(0.5, config.GetDouble("inner.ratio"));
        Assert.False(config.HasPath("inner.none"));
    }

    [Fact]
    public void FromObject_refuses_objects_in_a_circle()
    {
        var circle = new Circle();
        circle.Self = circle;

        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromObject(circle));
    }

    [Fact]
    public void NullOrEmptyConfig_names_the_component_and_the_path()
    {
        var error = ConfigurationException.NullOrEmptyConfig<Circle>("a.b");

        Assert.Contains(nameof(Circle), error.Message, StringComparison.Ordinal);
        Assert.Contains("a.b", error.Message, StringComparison.Ordinal);
    }

    private sealed class Circle
    {
        public Circle? Self { get; set; }
    }
}
