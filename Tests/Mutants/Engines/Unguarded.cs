using Akka.Actor;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Mutants.Engines;

/// <summary>What waits is ordered by priority and age, and nothing else.</summary>
internal sealed class Unguarded : OpenQueue
{
    public override void Enqueue((object Work, IActorRef Session) item)
    {
        var place = Items.FindIndex(other => PriorityOf(other.Work) < PriorityOf(item.Work));
        Items.Insert(place < 0 ? Items.Count : place, item);
    }

    private static SessionPriority PriorityOf(object work) => work is LatchedJob job ? job.Priority : ((KeyMarker)work).Priority;
}
