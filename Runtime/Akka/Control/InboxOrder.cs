using Akka.Actor;
using Sim.Control;

namespace Akka.Control;

/// <summary>
/// The canonical order of the actors of a world, as a number for each: a new one gets a number between its neighbours',
/// so that choosing among many that are ready compares numbers and not paths. The numbers below belong to others.
/// </summary>
internal sealed class InboxOrder
{
    /// <summary>The first number of an actor.</summary>
    public const long Lowest = 1L << 40;

    private ControlledInbox[] _all = new ControlledInbox[8];
    private int _count;

    public ReadOnlySpan<IInbox> All => new((IInbox[])_all, 0, _count);

    public void Add(ControlledInbox inbox)
    {
        var at = PlaceOf(inbox.Cell!);
        if (_count == _all.Length) Array.Resize(ref _all, _count * 2);
        _all.AsSpan(at, _count - at).CopyTo(_all.AsSpan(at + 1));
        _all[at] = inbox;
        _count++;
        var below = at == 0 ? Lowest : _all[at - 1].Order;
        var above = at == _count - 1 ? long.MaxValue : _all[at + 1].Order;
        inbox.Order = below + ((above - below) / 2);
        if (inbox.Order == below) Spread();
    }

    public void Remove(ControlledInbox inbox)
    {
        var at = PlaceOf(inbox.Cell!);
        _all.AsSpan(at + 1, _count - at - 1).CopyTo(_all.AsSpan(at));
        _all[--_count] = null!;
    }

    private int PlaceOf(ActorCell cell)
    {
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(_all[middle].Cell!, cell) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int Compare(ActorCell a, ActorCell b)
    {
        if (ReferenceEquals(a, b)) return 0;
        var (depthA, depthB) = (Depth(a), Depth(b));
        var (upA, upB) = (a, b);
        for (var i = depthA; i > depthB; i--) upA = (ActorCell)upA.Parent;
        for (var i = depthB; i > depthA; i--) upB = (ActorCell)upB.Parent;
        if (ReferenceEquals(upA, upB)) return depthA - depthB;
        while (!ReferenceEquals(upA.Parent, upB.Parent))
        {
            upA = (ActorCell)upA.Parent;
            upB = (ActorCell)upB.Parent;
        }

        return CompareSiblings(upA, upB);
    }

    private static int CompareSiblings(ActorCell a, ActorCell b) =>
        a.HasGeneratedName || b.HasGeneratedName
            ? !b.HasGeneratedName ? -1 : !a.HasGeneratedName ? 1 : a.Number.CompareTo(b.Number)
            : string.CompareOrdinal(a.Name, b.Name);

    private static int Depth(ActorCell cell)
    {
        var depth = 0;
        for (; cell.Parent is ActorCell parent; cell = parent) depth++;
        return depth;
    }

    private void Spread()
    {
        var distance = (long.MaxValue - Lowest) / (_count + 1);
        for (var i = 0; i < _count; i++) _all[i].Order = Lowest + ((i + 1) * distance);
    }
}
