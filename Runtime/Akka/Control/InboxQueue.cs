namespace Akka.Control;

/// <summary>A queue that holds its first item in itself: most inboxes never have a second, and need no array.</summary>
internal struct InboxQueue
{
    private const int FirstLength = 4;

    private InboxItem _first;
    private InboxItem[]? _rest;
    private int _head;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first item; there must be one.</summary>
    public readonly InboxItem First => _first;

    public void Add(in InboxItem item)
    {
        if (Count == 0)
        {
            _first = item;
            Count = 1;
            return;
        }

        var rest = Room();
        rest[(_head + Count - 1) & (rest.Length - 1)] = item;
        Count++;
    }

    public void AddFirst(in InboxItem item)
    {
        if (Count > 0)
        {
            var rest = Room();
            _head = (_head - 1) & (rest.Length - 1);
            rest[_head] = _first;
        }

        _first = item;
        Count++;
    }

    public InboxItem Take()
    {
        var item = _first;
        if (--Count == 0)
        {
            _first = default;
            return item;
        }

        ref var next = ref _rest![_head];
        _first = next;
        next = default;
        _head = (_head + 1) & (_rest.Length - 1);
        return item;
    }

    // The length is a power of two, so that a mask keeps the ring.
    private InboxItem[] Room()
    {
        if (_rest is null) return _rest = new InboxItem[FirstLength];
        if (Count - 1 < _rest.Length) return _rest;
        var larger = new InboxItem[_rest.Length * 2];
        _rest.AsSpan(_head).CopyTo(larger);
        _rest.AsSpan(0, _head).CopyTo(larger.AsSpan(_rest.Length - _head));
        _head = 0;
        return _rest = larger;
    }
}
