namespace Akka.Control;

/// <summary>The inboxes without an actor that are ready, in the order of their creation: references and continuations that wait.</summary>
internal sealed class ReadyList
{
    private ControlledInbox[] _all = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    /// <param name="index">From 0, and below <see cref="Count"/>.</param>
    public ControlledInbox this[int index] => _all[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<ControlledInbox> All => _all.AsSpan(0, Count);

    /// <summary>The inbox is ready.</summary>
    public void Add(ControlledInbox inbox)
    {
        if (Count == _all.Length) Array.Resize(ref _all, Math.Max(4, Count * 2));
        var at = Count;
        for (; at > 0 && _all[at - 1].Number > inbox.Number; at--) _all[at] = _all[at - 1];
        _all[at] = inbox;
        Count++;
        inbox.IsListed = true;
    }

    /// <summary>The inbox is not ready any more.</summary>
    public void Remove(ControlledInbox inbox)
    {
        var at = Array.IndexOf(_all, inbox, 0, Count);
        Count--;
        _all.AsSpan(at + 1, Count - at).CopyTo(_all.AsSpan(at));
        _all[Count] = null!;
        inbox.IsListed = false;
    }
}
