using Akka.Actor;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Sessions;

/// <summary>What a crypto session is made of.</summary>
/// <param name="Session">Its number on the device.</param>
/// <param name="Owner">Who gets its answers.</param>
/// <param name="Device">Who gives it key slots.</param>
/// <param name="Engines">Where its jobs run, by index.</param>
/// <param name="Machine">Its rules.</param>
/// <param name="Nonces">Its random numbers.</param>
/// <param name="KeyPair">The device's key pair, which opens what clients wrap; the device owns it.</param>
public sealed record SessionSetup(
    int Session,
    IActorRef Owner,
    IActorRef Device,
    IReadOnlyList<IActorRef> Engines,
    ISessionMachine Machine,
    NonceSource Nonces,
    DeviceKeyPair KeyPair)
{
    /// <summary>Its rank among the sessions of the device.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;
}
