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

    // Drawn ahead: the choice does not wait for it.
    private ulong _drawn;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed)
    {
        _random = new SeededRandom(seed);
        _drawn = _random.Next();
    }

    /// <inheritdoc/>
    public int Choose(in Enabled enabled, long step)
    {
        var count = enabled.Count;
        if (count == 1)
            return 0;
        var chosen = SeededRandom.Scale(_drawn, count);
        _drawn = _random.Next();
        return chosen;
    }

    /// <inheritdoc/>
    public void Stepped(bool isLast)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
