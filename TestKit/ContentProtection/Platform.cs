using Akka.Actor;
using Sim.Testing.Clients;

namespace Sim.Testing.ContentProtection;

/// <summary>Plays the platform around a device: what it does is a step of the script that asks for it, in that script's order.</summary>
internal static class Platform
{
    public static void Tell(IActorRef receiver, object message)
    {
        if (Client.Running is { } client)
            client.Tell(receiver, message);
        else
            receiver.Tell(message, ActorRefs.NoSender);
    }
}
