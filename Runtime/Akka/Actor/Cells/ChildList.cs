using System.Collections;

namespace Akka.Actor;

/// <summary>
/// The children of one actor in the order of their creation: a chain of siblings without further objects, and a
/// dictionary of those with names of their own once there are many. Others may look children up, so everything is under
/// one lock.
/// </summary>
/// <param name="isShared">False: the system is on one thread, and needs no lock.</param>
internal sealed class ChildList(bool isShared) : IEnumerable<ActorCell>
{
    // Among so few children a name is found as fast without a dictionary.
    private const int Few = 8;

    private readonly Lock? _lock = isShared ? new Lock() : null;
    private Dictionary<string, ActorCell>? _named;
    private ActorCell? _first;
    private ActorCell? _last;
    private long _lastNumber;

    public int Count { get; private set; }

    /// <summary>How many of the children have been told to stop and have not ended yet.</summary>
    public int StoppingCount { get; private set; }

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    public void Add(ActorCell child)
    {
        if (_lock is null)
        {
            AddAlone(child);
            return;
        }

        lock (_lock) AddAlone(child);
    }

    public bool Contains(ActorCell child)
    {
        using var alone = Alone();
        return child.IsListed && Owns(child);
    }

    /// <summary>Notes that a child is told to stop.</summary>
    public void MarkStopping(ActorCell child)
    {
        using var alone = Alone();
        if (!child.IsListed || child.IsToldToStop) return;
        child.IsToldToStop = true;
        StoppingCount++;
    }

    public bool Remove(ActorCell child)
    {
        using var alone = Alone();

        // An actor hears of the end of strangers too; their own parents may still have them in their lists.
        if (!child.IsListed || !Owns(child)) return false;
        child.IsListed = false;
        if (child.PreviousSibling is null) _first = child.NextSibling;
        else child.PreviousSibling.NextSibling = child.NextSibling;
        if (child.NextSibling is null) _last = child.PreviousSibling;
        else child.NextSibling.PreviousSibling = child.PreviousSibling;
        child.PreviousSibling = child.NextSibling = null;
        if (!child.HasGeneratedName) _named?.Remove(child.Name);
        if (child.IsToldToStop) StoppingCount--;
        Count--;
        return true;
    }

    public ActorCell? Find(ReadOnlySpan<char> name)
    {
        using var alone = Alone();
        if (name.IsEmpty) return null;
        if (_named is null || name[0] == '$') return FindAmongSiblings(name);
        return _named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var named) ? named : null;
    }

    public ActorCell[] Snapshot()
    {
        using var alone = Alone();
        if (Count == 0) return [];
        var all = new ActorCell[Count];
        var i = 0;
        for (var child = _first; child is not null; child = child.NextSibling) all[i++] = child;
        return all;
    }

    /// <summary>Goes through a snapshot that is taken now. Few strategies ever look at the children, and parents may be large.</summary>
    public IEnumerator<ActorCell> GetEnumerator() => ((IEnumerable<ActorCell>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddAlone(ActorCell child)
    {
        if (Count == Few) _named ??= NamedSoFar();
        if (!child.HasGeneratedName && !TryName(child))
        {
            throw new InvalidActorNameException($"Actor name \"{child.Name}\" is not unique!");
        }

        child.PreviousSibling = _last;
        if (_last is null) _first = child;
        else _last.NextSibling = child;
        _last = child;
        child.IsListed = true;
        Count++;
    }

    private Lock.Scope Alone() => _lock is null ? default : _lock.EnterScope();

    private bool TryName(ActorCell child) =>
        _named?.TryAdd(child.Name, child) ?? !IsAmongSiblings(child.Name);

    // No name of somebody's own is like a generated one. Mostly names that differ do so in their last character.
    private bool IsAmongSiblings(string name)
    {
        for (var child = _first; child is not null; child = child.NextSibling)
        {
            if (!child.HasGeneratedName && child.Name is var other && other[^1] == name[^1] && other == name) return true;
        }

        return false;
    }

    private ActorCell? FindAmongSiblings(ReadOnlySpan<char> name)
    {
        for (var child = _first; child is not null; child = child.NextSibling)
        {
            if (name.SequenceEqual(child.Name)) return child;
        }

        return null;
    }

    private Dictionary<string, ActorCell> NamedSoFar()
    {
        var named = new Dictionary<string, ActorCell>(StringComparer.Ordinal);
        for (var child = _first; child is not null; child = child.NextSibling)
        {
            if (!child.HasGeneratedName) named.Add(child.Name, child);
        }

        return named;
    }

    private bool Owns(ActorCell child) => _first is not null && ReferenceEquals(child.Parent, _first.Parent);
}
