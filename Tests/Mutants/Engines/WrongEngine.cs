using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Tests.Mutants.Engines;

/// <summary>An engine machine with something wrong about it.</summary>
/// <param name="right">The right one.</param>
internal abstract class WrongEngine(IEngineMachine right) : IEngineMachine
{
    public virtual EngineEffect Step(EngineEvent happened) => right.Step(happened);
}

/// <summary>The key of a session is loaded only after its job has begun: each job starts under the key of the one before.</summary>
internal sealed class LoadsKeyLate(IEngineMachine right) : WrongEngine(right)
{
    private readonly Dictionary<int, SessionKey> _registers = [];

    public override EngineEffect Step(EngineEvent happened)
    {
        var effect = base.Step(happened);
        if (effect.Kind != EngineEffect.Kinds.Start)
            return effect;
        var stale = _registers.GetValueOrDefault(effect.Job!.Session, effect.Key!);
        _registers[effect.Job.Session] = effect.Key!;
        return EngineEffect.Start(effect.Job, stale);
    }
}
