namespace Sim.Control;

/// <summary>Implemented by an actor system that can be controlled; found by a cast of the system.</summary>
public interface IControllable
{
    /// <summary>The world of the system, or null when it was started without a <see cref="IControlRequest"/>.</summary>
    IControlledWorld? World { get; }
}
