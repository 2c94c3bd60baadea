using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The section <c>akka.coordinated-shutdown</c>.</summary>
internal sealed record CoordinatedShutdownSettings(
    ShutdownPhases Phases, bool TerminateActorSystem, bool RunByActorSystemTerminate, bool RunByClrShutdownHook)
{
    private const string Section = "akka.coordinated-shutdown";

    public static CoordinatedShutdownSettings Read(Config config)
    {
        var section = config.GetConfig(Section);
        var terminates = section.GetBoolean("terminate-actor-system");
        var runsByTerminate = section.GetBoolean("run-by-actor-system-terminate");
        if (runsByTerminate && !terminates)
        {
            throw new ConfigurationException(
                $"{Section}: run-by-actor-system-terminate = on needs terminate-actor-system = on, or a system would never end.");
        }

        if (section.GetBoolean("exit-clr"))
        {
            throw new ConfigurationException($"{Section}.exit-clr = on is not supported: this runtime never ends the process.");
        }

        return new CoordinatedShutdownSettings(
            ShutdownPhases.Read(section), terminates, runsByTerminate, section.GetBoolean("run-by-clr-shutdown-hook"));
    }
}
