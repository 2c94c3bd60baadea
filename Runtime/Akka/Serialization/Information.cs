using Akka.Actor;

namespace Akka.Serialization;

/// <summary>For whom something is being serialized: references are written with this address.</summary>
/// <param name="Address">The address at which the receiver reaches the system.</param>
/// <param name="System">The system that sends.</param>
public sealed record Information(Address Address, ActorSystem System);
