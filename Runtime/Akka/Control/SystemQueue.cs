using Akka.Dispatch.SysMsg;

namespace Akka.Control;

/// <summary>The system messages of an inbox. The first of them needs no array: mostly it is the one that creates the actor, and the only one.</summary>
internal struct SystemQueue
{
    private SystemMessage? _first;
    private long _firstCause;
    private InboxQueue _rest = new();

    /// <summary>A queue with nothing in it.</summary>
    public SystemQueue()
    {
    }

    /// <summary>How many messages there are.</summary>
    public int Count { readonly get; private set; }

    /// <summary>The first message; there must be one.</summary>
    public readonly InboxItem First => _first is null ? _rest.First : new InboxItem(_first, null, _firstCause);

    /// <summary>The step that sent the first message; there must be one.</summary>
    public readonly long FirstCause => _first is null ? _rest.FirstCause : _firstCause;

    /// <summary>Adds a message behind all others.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cause">The step that sent it.</param>
    public void Add(SystemMessage message, long cause)
    {
        if (Count == 0) (_first, _firstCause) = (message, cause);
        else _rest.Add(message, null, cause);
        Count++;
    }

    /// <summary>Takes the first message; there must be one.</summary>
    public SystemMessage Take()
    {
        Count--;
        var message = _first ?? (SystemMessage)_rest.Take(out _, out _);
        _first = null;
        return message;
    }
}
