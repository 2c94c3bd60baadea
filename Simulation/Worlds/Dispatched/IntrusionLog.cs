using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>What other threads tried, oldest first: the only part of a world that they may touch.</summary>
internal sealed class IntrusionLog
{
    /// <summary>More say nothing new.</summary>
    private const int CountMax = 1_000;

    private readonly ConcurrentQueue<Intrusion> _intrusions = [];

    public bool HasAny => !_intrusions.IsEmpty;

    public void Add(Intrusion intrusion)
    {
        if (_intrusions.Count < CountMax)
            _intrusions.Enqueue(intrusion);
    }

    public bool TryTake([NotNullWhen(true)] out Intrusion? intrusion) => _intrusions.TryDequeue(out intrusion);
}
