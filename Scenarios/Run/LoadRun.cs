using Akka.Actor;
using Sim.Actors.Tracing;

namespace Sim.Scenarios.Run;

/// <summary>What the clients of one run share.</summary>
/// <param name="Device">The device.</param>
/// <param name="Trace">Where comparisons are recorded.</param>
/// <param name="Stock">What they bring along.</param>
public sealed record LoadRun(IActorRef Device, ITrace Trace, LoadStock Stock)
{
    /// <summary>True when somebody else than a session's client may close the session, or take its key.</summary>
    public bool MayBeStruck { get; init; }
}
