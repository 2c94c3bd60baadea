using Sim.Control;

namespace Akka.Control;

/// <summary>The inboxes that a driver may choose from, in canonical order.</summary>
internal sealed class ReadyList
{
    // Few are ready at once, mostly: moving them one by one is then the fastest.
    private const int FewMax = 16;

    private ControlledInbox[] _all = new ControlledInbox[8];
    private int _count;

    public ReadOnlySpan<IInbox> All => new((IInbox[])_all, 0, _count);

    public void Add(ControlledInbox inbox)
    {
        if (_count == _all.Length) Array.Resize(ref _all, _count * 2);
        var all = _all;
        var order = inbox.Order;
        var at = _count;
        if (at <= FewMax)
        {
            for (; at > 0 && all[at - 1].Order > order; at--) all[at] = all[at - 1];
        }
        else
        {
            at = PlaceOf(order);
            all.AsSpan(at, _count - at).CopyTo(all.AsSpan(at + 1));
        }

        all[at] = inbox;
        _count++;
        inbox.IsReady = true;
    }

    public void Remove(ControlledInbox inbox)
    {
        var all = _all;
        var at = PlaceOf(inbox.Order);

        // The numbers may have been spread since an inbox that belongs to nobody any more got its own.
        if (at == _count || !ReferenceEquals(all[at], inbox)) at = Array.IndexOf(all, inbox, 0, _count);
        var last = --_count;
        if (last <= FewMax)
        {
            for (; at < last; at++) all[at] = all[at + 1];
        }
        else
        {
            all.AsSpan(at + 1, last - at).CopyTo(all.AsSpan(at));
        }

        all[last] = null!;
        inbox.IsReady = false;
    }

    private int PlaceOf(long order)
    {
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].Order < order) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
