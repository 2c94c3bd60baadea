using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>
/// References in the order in which they were added, each with a message or none: the first in place, the next few in an array,
/// and all in a dictionary once there are many.
/// </summary>
internal sealed class WatchTable
{
    // Among so few a reference is found as fast without a dictionary.
    private const int Few = 8;

    private Entry _first;
    private Entry[] _rest = [];
    private int _count;
    private OrderedDictionary<IActorRef, object?>? _many;

    /// <summary>The references, as they are now.</summary>
    public IActorRef[] Refs
    {
        get
        {
            if (_many is not null) return [.. _many.Keys];
            var refs = new IActorRef[_count];
            for (var i = 0; i < refs.Length; i++) refs[i] = At(i).Ref;
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
        if (_count > _rest.Length) Array.Resize(ref _rest, _rest.Length == 0 ? 1 : Few - 1);
        At(_count++) = new Entry(reference, message);
        return true;
    }

    /// <summary>Adds a reference, or gives the one that is there another message.</summary>
    public void Put(IActorRef reference, object? message)
    {
        if (TryAdd(reference, message)) return;
        if (_many is not null) _many[reference] = message;
        else At(IndexOf(reference)) = new Entry(reference, message);
    }

    /// <summary>Finds the message of a reference.</summary>
    /// <returns>False when the reference is not there.</returns>
    public bool TryGet(IActorRef reference, out object? message)
    {
        if (_many is not null) return _many.TryGetValue(reference, out message);
        var at = IndexOf(reference);
        message = at < 0 ? null : At(at).Message;
        return at >= 0;
    }

    /// <summary>Takes a reference away.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Remove(IActorRef reference, out object? message)
    {
        if (_many is not null) return _many.Remove(reference, out message);
        var at = IndexOf(reference);
        message = at < 0 ? null : At(at).Message;
        if (at < 0) return false;
        _count--;
        for (; at < _count; at++) At(at) = At(at + 1);
        At(_count) = default;
        return true;
    }

    private ref Entry At(int index) => ref index == 0 ? ref _first : ref _rest[index - 1];

    private int IndexOf(IActorRef reference)
    {
        for (var i = 0; i < _count; i++)
        {
            if (At(i).Ref.Equals(reference)) return i;
        }

        return -1;
    }

    [MemberNotNull(nameof(_many))]
    private OrderedDictionary<IActorRef, object?> Many()
    {
        _many = [];
        for (var i = 0; i < _count; i++) _many.Add(At(i).Ref, At(i).Message);
        (_first, _rest, _count) = (default, [], 0);
        return _many;
    }

    private readonly record struct Entry(IActorRef Ref, object? Message);
}
