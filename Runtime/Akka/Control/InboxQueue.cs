using Akka.Actor;

namespace Akka.Control;

/// <summary>
/// A queue that holds one item in itself, before all others: most inboxes never have a second, and need no array. Nothing moves up.
/// </summary>
internal struct InboxQueue
{
    private const int FirstLength = 4;

    private InboxItem _first;
    private InboxItem[]? _rest;
    private int _head;
    private bool _hasFirst;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first item; there must be one.</summary>
    public readonly InboxItem First => _hasFirst ? _first : _rest![_head];

    /// <summary>The step that sent the first item; there must be one.</summary>
    public readonly long FirstCause => _hasFirst ? _first.Cause : _rest![_head].Cause;

    public void Add(object message, IActorRef? sender, long cause)
    {
        if (Count == 0)
        {
            _first = new InboxItem(message, sender, cause);
            _hasFirst = true;
        }
        else
        {
            AddBehind(message, sender, cause);
        }

        Count++;
    }

    public void AddFirst(object message, IActorRef? sender, long cause)
    {
        if (_hasFirst)
        {
            var rest = Room();
            _head = (_head - 1) & (rest.Length - 1);
            rest[_head] = _first;
        }

        _first = new InboxItem(message, sender, cause);
        _hasFirst = true;
        Count++;
    }

    /// <summary>Takes the first item; there must be one.</summary>
    public object Take(out IActorRef? sender)
    {
        Count--;
        if (!_hasFirst) return TakeFromRest(out sender);
        var message = _first.Message;
        sender = _first.Sender;
        _first = default;
        _hasFirst = false;
        return message;
    }

    private object TakeFromRest(out IActorRef? sender)
    {
        ref var item = ref _rest![_head];
        var message = item.Message;
        sender = item.Sender;
        item = default;
        _head = (_head + 1) & (_rest.Length - 1);
        return message;
    }

    private void AddBehind(object message, IActorRef? sender, long cause)
    {
        var rest = Room();
        var inRest = _hasFirst ? Count - 1 : Count;
        rest[(_head + inRest) & (rest.Length - 1)] = new InboxItem(message, sender, cause);
    }

    // The length is a power of two, so that a mask keeps the ring.
    private InboxItem[] Room()
    {
        if (_rest is null) return _rest = new InboxItem[FirstLength];
        if (Count < _rest.Length) return _rest;
        var larger = new InboxItem[_rest.Length * 2];
        _rest.AsSpan(_head).CopyTo(larger);
        _rest.AsSpan(0, _head).CopyTo(larger.AsSpan(_rest.Length - _head));
        _head = 0;
        return _rest = larger;
    }
}
