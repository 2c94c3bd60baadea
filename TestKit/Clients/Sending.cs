using Akka.Actor;

namespace Sim.Testing.Clients;

/// <summary>A client tells itself to send a message: the sending is a step of its own.</summary>
internal sealed record Sending(IActorRef To, object Message);
