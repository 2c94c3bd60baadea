namespace Akka.Actor;

/// <summary>The path of a root.</summary>
/// <param name="address">The address of the system.</param>
/// <param name="name">The name.</param>
public sealed class RootActorPath(Address address, string name = "/") : ActorPath(address, name);
