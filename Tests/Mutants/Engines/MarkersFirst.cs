using Akka.Actor;
using Sim.Hardware.Engines;

namespace Sim.Tests.Mutants.Engines;

/// <summary>Markers overtake the jobs that wait.</summary>
internal sealed class MarkersFirst : OpenQueue
{
    public override void Enqueue((object Work, IActorRef Session) item)
    {
        if (item.Work is KeyMarker)
            Items.Insert(0, item);
        else
            base.Enqueue(item);
    }
}
