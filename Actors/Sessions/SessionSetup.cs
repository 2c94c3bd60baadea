using Akka.Actor;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Sessions;

/// <summary>What a crypto session is made of, and the recipe that makes it.</summary>
/// <param name="session">Its number on the device.</param>
/// <param name="owner">Who gets its answers.</param>
/// <param name="device">Who gives it key slots.</param>
/// <param name="engines">Where its jobs run, by index.</param>
/// <param name="machine">Its rules.</param>
/// <param name="nonces">Its random numbers.</param>
/// <param name="keyPair">The device's key pair, which opens what clients wrap; the device owns it.</param>
/// <param name="trace">Where it records.</param>
internal sealed class SessionSetup(
    int session,
    IActorRef owner,
    IActorRef device,
    IReadOnlyList<IActorRef> engines,
    ISessionMachine machine,
    NonceSource nonces,
    DeviceKeyPair keyPair,
    ITrace trace)
    : OwnRecipe<CryptoSessionActor>
{
    /// <summary>Its number on the device.</summary>
    public int Session => session;

    /// <summary>Who gets its answers.</summary>
    public IActorRef Owner => owner;

    /// <summary>Who gives it key slots.</summary>
    public IActorRef Device => device;

    /// <summary>Where its jobs run, by index.</summary>
    public IReadOnlyList<IActorRef> Engines => engines;

    /// <summary>Its rules.</summary>
    public ISessionMachine Machine => machine;

    /// <summary>Its random numbers.</summary>
    public NonceSource Nonces => nonces;

    /// <summary>The device's key pair.</summary>
    public DeviceKeyPair KeyPair => keyPair;

    /// <summary>Its rank among the sessions of the device.</summary>
    public SessionPriority Priority { get; init; } = SessionPriority.Normal;

    /// <inheritdoc/>
    public override ActorBase NewActor() => new CryptoSessionActor(this, trace);
}
