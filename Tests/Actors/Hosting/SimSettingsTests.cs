using Akka.Configuration;
using Sim.Actors.Hosting;
using Sim.Hardware.Engines;
using Xunit;

namespace Sim.Tests.Actors.Hosting;

public sealed class SimSettingsTests
{
    /// <summary>Every key of section sim, and another value than its default.</summary>
    public static TheoryData<string, string> Keys => new()
    {
        { "sim.device.engines", "7" },
        { "sim.device.key-slots", "3" },
        { "sim.device.jobs", "99" },
        { "sim.device.policy", "drain" },
        { "sim.session.jobs", "9" },
        { "sim.session.pending-refreshes", "5" },
        { "sim.engine.job-set-up", "1us" },
        { "sim.engine.cycles-per-block", "1" },
        { "sim.engine.clock-mhz", "500" },
        { "sim.engine.session-switch", "1us" },
        { "sim.engine.key-programming", "0ms" },
        { "sim.engine-pool.max-restarts", "1" },
        { "sim.engine-pool.restart-window", "3s" },
        { "sim.engine-pool.watchdog", "1s" },
        { "sim.engine-pool.hardware-depth", "3" },
        { "sim.engine-pool.resets", "3" },
        { "sim.engine-pool.reset-window", "30s" },
        { "sim.protection.termination", "500ms" },
        { "sim.protection.activation", "300ms" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_read(string key, string value)
    {
        var changed = SimSettings.Create(ConfigurationFactory.ParseString($"{key} = {value}"), seed: 1);

        Assert.NotEqual(SimSettings.Create(Config.Empty, seed: 1), changed);
    }

    [Fact]
    public void No_key_of_the_reference_is_unknown_here()
    {
        var known = Keys.Select(row => (string)row[0])
            .Append("sim.engine-dispatcher.type")
            .Append("sim.engine-dispatcher.throughput")
            .Append("sim.engine-dispatcher.throughput-deadline-time")
            .Append("sim.simulation.world")
            .Append("sim.simulation.drain-thread-pool");

        Assert.Equal(known.Order(), PathsOf("sim", SimSettings.Reference().GetConfig("sim")).Order());
    }

    [Theory]
    [InlineData("sim.device.engines = 0")]
    [InlineData("sim.device.engines = 65")]
    [InlineData("sim.device.key-slots = 0")]
    [InlineData("sim.session.jobs = -1")]
    [InlineData("sim.engine.cycles-per-block = -1")]
    [InlineData("sim.engine.clock-mhz = 0")]
    [InlineData("sim.engine.clock-mhz = 100001")]
    [InlineData("sim.engine-pool.max-restarts = -1")]
    [InlineData("sim.engine-pool.hardware-depth = 0")]
    [InlineData("sim.engine-pool.resets = -1")]
    [InlineData("sim.engine-pool.reset-window = 0s")]
    public void A_value_out_of_range_is_named(string text)
    {
        var refused = Assert.Throws<ConfigurationException>(
            () => SimSettings.Create(ConfigurationFactory.ParseString(text), seed: 1));

        Assert.Contains(text.Split(' ')[0], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parallel_mode_has_no_modelled_time_and_virtual_mode_the_published_one()
    {
        var settings = SimSettings.Create(Config.Empty, seed: 1);

        Assert.Null(settings.Device.Pool.Spec);
        Assert.Equal(
            new EngineSpec(Us(8), CyclesPerBlock: 11, ClockHz: 1_000_000_000, SessionSwitch: Us(5), KeyProgramming: Us(20)),
            settings.Engine);
    }

    private static TimeSpan Us(int value) => TimeSpan.FromMicroseconds(value);

    private static IEnumerable<string> PathsOf(string path, Config config)
    {
        foreach (var (key, value) in config.AsEnumerable())
        {
            if (value.IsObject())
            {
                foreach (var inner in PathsOf($"{path}.{key}", config.GetConfig(key)))
                    yield return inner;
            }
            else
            {
                yield return $"{path}.{key}";
            }
        }
    }
}
