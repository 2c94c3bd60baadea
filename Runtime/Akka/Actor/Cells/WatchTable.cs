using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>References in the order in which they were added, each with a message or none: a short array, and a dictionary once there are many.</summary>
internal sealed class WatchTable
{
    // Among so few a reference is found as fast without a dictionary.
    private const int Few = 8;

    private (IActorRef Ref, object? Message)[] _few = new (IActorRef, object?)[2];
    private int _count;
    private OrderedDictionary<IActorRef, object?>? _many;

    /// <summary>The references, as they are now.</summary>
    public IActorRef[] Refs
    {
        get
        {
            if (_many is not null) return [.. _many.Keys];
            var refs = new IActorRef[_count];
            for (var i = 0; i < refs.Length; i++) refs[i] = _few[i].Ref;
            return refs;
        }
    }

    /// <summary>Adds a reference.</summary>
    /// <returns>False when it is there already: then its message stays.</returns>
    public bool TryAdd(IActorRef reference, object? message)
    {
        if (_many is not null) return _many.TryAdd(reference, message);
        if (IndexOf(reference) >= 0) return false;
        if (_count == Few) return Many().TryAdd(reference, message);
        if (_count == _few.Length) Array.Resize(ref _few, Few);
        _few[_count++] = (reference, message);
        return true;
    }

    /// <summary>Adds a reference, or gives the one that is there another message.</summary>
    public void Put(IActorRef reference, object? message)
    {
        if (TryAdd(reference, message)) return;
        if (_many is not null) _many[reference] = message;
        else _few[IndexOf(reference)].Message = message;
    }

    /// <summary>Finds the message of a reference.</summary>
    /// <returns>False when the reference is not there.</returns>
    public bool TryGet(IActorRef reference, out object? message)
    {
        if (_many is not null) return _many.TryGetValue(reference, out message);
        var at = IndexOf(reference);
        message = at < 0 ? null : _few[at].Message;
        return at >= 0;
    }

    /// <summary>Takes a reference away.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(IActorRef reference, out object? message)
    {
        if (_many is not null) return _many.Remove(reference, out message);
        var at = IndexOf(reference);
        message = at < 0 ? null : _few[at].Message;
        if (at < 0) return false;
        _count--;
        _few.AsSpan(at + 1, _count - at).CopyTo(_few.AsSpan(at));
        _few[_count] = default;
        return true;
    }

    private int IndexOf(IActorRef reference)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_few[i].Ref.Equals(reference)) return i;
        }

        return -1;
    }

    [MemberNotNull(nameof(_many))]
    private OrderedDictionary<IActorRef, object?> Many()
    {
        _many = [];
        foreach (var (reference, message) in _few) _many.Add(reference, message);
        _few = [];
        return _many;
    }
}
