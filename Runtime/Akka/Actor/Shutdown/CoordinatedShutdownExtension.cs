namespace Akka.Actor;

/// <summary>Names the extension <see cref="CoordinatedShutdown"/>. A system whose program never asks for it has none.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    /// <inheritdoc/>
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var shutdown = new CoordinatedShutdown(system);
        if (system is ActorSystemImpl own) own.Shutdown = shutdown;
        return shutdown;
    }
}
