using Akka.Actor;

namespace Akka.Control;

/// <summary>
/// A queue in a ring. Adding and taking are the same whatever waits there: which inbox a step is for nobody can foretell, a processor
/// neither, and a branch on it would cost more than all else here.
/// </summary>
internal struct InboxQueue
{
    // Lengths are powers of two, so that a mask keeps the ring.
    private const int FirstLength = 4;

    private InboxItem[] _items;
    private int _head;

    /// <summary>A queue with nothing in it.</summary>
    public InboxQueue() => _items = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first item; there must be one.</summary>
    public readonly InboxItem First => _items[_head];

    /// <summary>The step that sent the first item; there must be one.</summary>
    public readonly long FirstCause => _items[_head].Cause;

    /// <summary>Adds an item behind all others.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cause">The step that sent it.</param>
    public void Add(object message, IActorRef? sender, long cause)
    {
        if (Count == _items.Length) Grow();
        _items[(_head + Count) & (_items.Length - 1)] = new InboxItem(message, sender, cause);
        Count++;
    }

    /// <summary>Adds an item before all others.</summary>
    public void AddFirst(object message, IActorRef? sender, long cause)
    {
        if (Count == _items.Length) Grow();
        _head = (_head - 1) & (_items.Length - 1);
        _items[_head] = new InboxItem(message, sender, cause);
        Count++;
    }

    /// <summary>Takes the first item; there must be one.</summary>
    /// <param name="sender">The sender or null.</param>
    /// <param name="cause">The step that sent it.</param>
    public object Take(out IActorRef? sender, out long cause)
    {
        ref var item = ref _items[_head];
        var message = item.Message;
        (sender, cause) = (item.Sender, item.Cause);
        item = default;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return message;
    }

    private void Grow()
    {
        if (_items.Length == 0)
        {
            _items = new InboxItem[FirstLength];
            return;
        }

        var larger = new InboxItem[_items.Length * 2];
        _items.AsSpan(_head).CopyTo(larger);
        _items.AsSpan(0, _head).CopyTo(larger.AsSpan(_items.Length - _head));
        _head = 0;
        _items = larger;
    }
}
