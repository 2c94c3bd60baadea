using Sim.Control;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>Continuations in the order of their creation, then actors by path, whatever the order of arrival.</summary>
internal sealed class CanonicalOrder : IComparer<IInbox>
{
    public static CanonicalOrder Instance { get; } = new();

    public int Compare(IInbox? x, IInbox? y)
    {
        var byPlace = (x, y) switch
        {
            (ActorInbox a, ActorInbox b) => ActorPlace.Compare(a.Place, b.Place),
            (ActorInbox, _) => 1,
            (_, ActorInbox) => -1,
            _ => 0,
        };
        return byPlace != 0 ? byPlace : x!.Id.CompareTo(y!.Id);
    }
}
