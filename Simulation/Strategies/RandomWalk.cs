using Sim.Simulation.Experiments;
using Sim.Simulation.Schedules;

namespace Sim.Simulation.Strategies;

/// <summary>
/// Whatever may happen next is equally likely. A serious baseline: see Thomson, Donaldson, Betts, "Concurrency testing using
/// controlled schedulers: an empirical study", TOPC 2016.
/// </summary>
public sealed class RandomWalk : IStrategy
{
    // Of each schedule anew: what is written at each step must not lie beside what another worker writes.
    private Draws _draws = new(0);

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public bool IsExhausted => false;

    /// <inheritdoc/>
    public void Begin(ulong seed) => _draws = new Draws(seed);

    /// <inheritdoc/>
    public int Choose(Enabled enabled, long step)
    {
        var count = enabled.Count;
        if (count == 1)
            return 0;
        return SeededRandom.Scale(_draws.Take(), count);
    }

    /// <inheritdoc/>
    public void Stepped(bool isLast)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }

    private sealed class Draws
    {
        private SeededRandom _random;

        // Drawn ahead: the choice does not wait for it.
        private ulong _next;

        public Draws(ulong seed)
        {
            _random = new SeededRandom(seed);
            _next = _random.Next();
        }

        public ulong Take()
        {
            var taken = _next;
            _next = _random.Next();
            return taken;
        }
    }
}
