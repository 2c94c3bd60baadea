using Sim.Control;

namespace Sim.Simulation.Experiments;

/// <summary>
/// Something touched the world from another thread: the run cannot be replayed, and counts for nothing. The message holds
/// the stack that caused it.
/// </summary>
/// <param name="intrusion">What it was.</param>
public sealed class UncontrolledException(Intrusion intrusion) : Exception(intrusion.ToString())
{
    /// <summary>What it was.</summary>
    public Intrusion Intrusion => intrusion;
}
