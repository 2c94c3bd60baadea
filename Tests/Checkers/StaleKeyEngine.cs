using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Tests.Checkers;

/// <summary>
/// An engine that keeps one key register per session and loads it only after a job has begun: each job starts with the
/// key of the one before.
/// </summary>
internal sealed class StaleKeyEngine(IEngineMachine right) : IEngineMachine
{
    private readonly Dictionary<int, SessionKey> _registers = [];

    public EngineEffect Step(EngineEvent happened)
    {
        var effect = right.Step(happened);
        if (effect.Kind != EngineEffect.Kinds.Start)
            return effect;
        var stale = _registers.GetValueOrDefault(effect.Job!.Session, effect.Job.Key);
        _registers[effect.Job.Session] = effect.Job.Key;
        return EngineEffect.Start(effect.Job, stale);
    }
}
