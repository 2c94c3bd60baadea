using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Gives each actor system its <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    private static readonly TestKitExtension Instance = new();

    /// <summary>The settings of an actor system.</summary>
    /// <param name="system">The system.</param>
    /// <returns>Its settings, read once.</returns>
    public static TestKitSettings For(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Instance.Get(system);
    }

    /// <summary>Reads the settings of an actor system.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The settings.</returns>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new TestKitSettings(system.Settings.Config);
    }
}
