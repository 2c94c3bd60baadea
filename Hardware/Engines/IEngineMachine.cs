namespace Sim.Hardware.Engines;

/// <summary>
/// The rules of one engine. It performs nothing itself; a decorator can change what it decides.
/// </summary>
public interface IEngineMachine
{
    /// <summary>Takes one event and says what follows.</summary>
    EngineEffect Step(EngineEvent happened);
}
