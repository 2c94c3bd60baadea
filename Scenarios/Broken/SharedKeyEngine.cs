using System.Collections.Concurrent;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;

namespace Sim.Scenarios.Broken;

/// <summary>An engine that starts each job under whatever key its session shares at that moment, not under the one that it latched.</summary>
/// <param name="inner">The engine's rules.</param>
/// <param name="keys">The shared keys, by session.</param>
internal sealed class SharedKeyEngine(IEngineMachine inner, ConcurrentDictionary<int, SessionKey> keys) : IEngineMachine
{
    public EngineEffect Step(EngineEvent happened)
    {
        var effect = inner.Step(happened);
        return effect is { Kind: EngineEffect.Kinds.Start, Job: { } job } ? EngineEffect.Start(job, keys[job.Session]) : effect;
    }
}
