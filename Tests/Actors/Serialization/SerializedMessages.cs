using Akka.Configuration;
using Sim.Actors.Hosting;

namespace Sim.Tests.Actors.Serialization;

/// <summary>Configurations under which every message is written and read before it is delivered.</summary>
internal static class SerializedMessages
{
    /// <summary>Messages of others are written by what is bound to them.</summary>
    public static Config On { get; } =
        ConfigurationFactory.ParseString("akka.actor.serialize-messages = on").WithFallback(SimSettings.Reference());

    /// <summary>A message that is neither on the list nor exempt does not arrive.</summary>
    public static Config Strict { get; } =
        ConfigurationFactory.ParseString("akka.actor.serialization-bindings { \"System.Object\" = sim-messages }").WithFallback(On);
}
