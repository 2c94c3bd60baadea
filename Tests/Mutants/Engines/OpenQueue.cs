using Akka.Actor;
using Sim.Actors.Engines;

namespace Sim.Tests.Mutants.Engines;

/// <summary>An engine's queue, right as it is, that an engine machine can reach into.</summary>
internal class OpenQueue : IEngineQueue
{
    public int Count => Items.Count;

    public List<(object Work, IActorRef Session)> Items { get; } = [];

    public virtual void Enqueue((object Work, IActorRef Session) item) => Items.Add(item);

    public bool TryDequeue(out (object Work, IActorRef Session) item)
    {
        item = Items.FirstOrDefault();
        if (Items.Count == 0)
            return false;
        Items.RemoveAt(0);
        return true;
    }
}
