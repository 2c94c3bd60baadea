using Akka.Configuration;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Hardware.Engines;
using Sim.Hardware.Loss;
using Sim.Hardware.Resets;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Hosting;

/// <summary>Section <c>sim</c> of the configuration. Every key and its meaning stand in akka.hocon.</summary>
/// <param name="Device">The device's size.</param>
/// <param name="Policy">Name of its key-switch policy.</param>
/// <param name="Engine">
/// How fast an engine is in virtual time. <paramref name="Device"/> is without it: in parallel mode work takes the time that
/// it takes.
/// </param>
public sealed record SimSettings(DeviceSettings Device, string Policy, EngineSpec Engine)
{
    /// <summary>Configuration path of the dispatcher that runs engines.</summary>
    public const string EngineDispatcher = "sim.engine-dispatcher";

    private const long Mega = 1_000_000;
    private const string ReferenceName = "akka.hocon";
    private const string SerializationName = "akka.serialization.hocon";

    /// <summary>The reference configuration that this assembly carries, with how messages are serialized.</summary>
    public static Config Reference() => Carried(SerializationName).WithFallback(Carried(ReferenceName));

    /// <summary>Reads the settings.</summary>
    /// <param name="config">What differs from the reference configuration.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ConfigurationException">A key is missing, of the wrong type, or out of its range.</exception>
    public static SimSettings Create(Config config, ulong seed)
    {
        var sim = config.WithFallback(Carried(ReferenceName)).GetConfig("sim");
        var pool = new EnginePoolSettings(
            Ranged(sim, "device.engines", 1, EnginePoolSettings.MaxEngines),
            Ranged(sim, "engine-pool.max-restarts", 0, int.MaxValue),
            sim.GetTimeSpan("engine-pool.restart-window"),
            EngineDispatcher)
        {
            Watchdog = sim.GetTimeSpan("engine-pool.watchdog"),
            HardwareDepth = Ranged(sim, "engine-pool.hardware-depth", 1, EnginePoolSettings.MaxHardwareDepth),
            Resets = new ResetLimits(
                Ranged(sim, "engine-pool.resets", 0, 1 << 20), Above0(sim, "engine-pool.reset-window")),
        };
        var limits = new SessionLimits(
            Ranged(sim, "session.jobs", 1, 1 << 20),
            Ranged(sim, "session.pending-refreshes", 1, 1 << 20));
        var device = new DeviceSettings(
            pool,
            Ranged(sim, "device.key-slots", 1, 1024),
            Ranged(sim, "device.jobs", 1, 1 << 24),
            limits,
            seed)
        {
            Protection = new ProtectionTimes(
                sim.GetTimeSpan("protection.termination", allowInfinite: false),
                sim.GetTimeSpan("protection.activation", allowInfinite: false)),
        };
        var engine = new EngineSpec(
            sim.GetTimeSpan("engine.job-set-up", allowInfinite: false),
            Ranged(sim, "engine.cycles-per-block", 0, 1 << 20),
            Ranged(sim, "engine.clock-mhz", 1, (int)(EngineSpec.MaxClockHz / Mega)) * Mega,
            sim.GetTimeSpan("engine.session-switch", allowInfinite: false),
            sim.GetTimeSpan("engine.key-programming", allowInfinite: false));
        return new SimSettings(device, sim.GetString("device.policy"), engine);
    }

    private static TimeSpan Above0(Config sim, string path)
    {
        var value = sim.GetTimeSpan(path, allowInfinite: false);
        return value > TimeSpan.Zero
            ? value
            : throw new ConfigurationException($"sim.{path} is {value}; it must be above zero.");
    }

    private static Config Carried(string name) => ConfigurationFactory.FromResource(name, typeof(SimSettings).Assembly);

    private static int Ranged(Config sim, string path, int min, int max)
    {
        var value = sim.GetInt(path);
        return value >= min && value <= max
            ? value
            : throw new ConfigurationException($"sim.{path} is {value}; it must be {min} to {max}.");
    }
}
