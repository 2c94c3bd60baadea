namespace Sim.Control;

/// <summary>
/// Asks for a controlled system. A part of what a system is started with implements it: for Akka.NET, a class that
/// derives from <c>Akka.Actor.Setup.Setup</c>. A system that does not know this contract starts as usual.
/// </summary>
public interface IControlRequest
{
    /// <summary>The time of day at which virtual time begins.</summary>
    DateTimeOffset Start { get; }
}
