using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// Whatever may happen next is equally likely. A serious baseline: see Thomson, Donaldson, Betts, "Concurrency testing using
/// controlled schedulers: an empirical study", TOPC 2016.
/// </summary>
public sealed class RandomWalk : IStrategy
{
    private SeededRandom _random;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed) => _random = new SeededRandom(seed);

    /// <inheritdoc/>
    public int Choose(in Enabled enabled, long step) => enabled.Count == 1 ? 0 : _random.Below(enabled.Count);

    /// <inheritdoc/>
    public void Stepped(bool isLast)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
