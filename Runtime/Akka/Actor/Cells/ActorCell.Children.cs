using Akka.Dispatch.SysMsg;
using Akka.Routing;

namespace Akka.Actor;

/// <content>The children.</content>
public partial class ActorCell
{
    private ChildList? _children;

    internal ActorCell? PreviousSibling { get; set; }

    internal ActorCell? NextSibling { get; set; }

    internal bool IsListed { get; set; }

    internal bool IsToldToStop { get; set; }

    /// <inheritdoc/>
    public IActorRef ActorOf(Props props, string? name = null)
    {
        if (name is not null && !CheckedNames.Has(name)) CheckName(name);
        return Attach(props, name);
    }

    /// <inheritdoc/>
    public IActorRef Child(string name) => (IActorRef?)_children?.Find(name) ?? ActorRefs.Nobody;

    /// <inheritdoc/>
    public IEnumerable<IActorRef> GetChildren() => _children?.Snapshot() ?? [];

    /// <inheritdoc/>
    public void Stop(IActorRef child)
    {
        if (child is ActorCell cell && _children is not null && _children.Contains(cell)) _children.MarkStopping(cell);
        ((IInternalActorRef)child).Stop();
    }

    /// <inheritdoc/>
    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef at = this;
        for (var i = 0; i < name.Count; i++)
        {
            if (name[i].Length == 0) continue;
            if (at is not ActorCell cell) return at.GetChild([.. name.Skip(i)]);
            IInternalActorRef? next = name[i] == ".." ? cell.Parent : cell.FindChild(name[i]);
            if (next is null) return ActorRefs.Nobody;
            at = next;
        }

        return at;
    }

    internal ActorCell[] ChildCells()
    {
        NoteUse();
        return _children?.Snapshot() ?? [];
    }

    internal ActorCell Attach(Props props, string? name)
    {
        if (_state is CellState.Terminating or CellState.Terminated)
        {
            throw new InvalidOperationException("Cannot create child while terminating or terminated");
        }

        NoteUse();
        if (_system.Settings.SerializeAllCreators && _uid != ActorSystemImpl.SystemUid) Verify(props, name);
        var child = Prepare(props, name);
        child.Dispatcher.Attach(child);
        Begin(child);

        // The parent may have been terminated by another thread's call on the system in between (see OnTerminate).
        if (_system.World is null) Interlocked.MemoryBarrier();
        if (_state >= CellState.Terminating) Stop(child);
        return child;
    }

    /// <summary>Finds a child by the text of a path element, which may hold the id of an incarnation.</summary>
    internal ActorCell? FindChild(ReadOnlySpan<char> element)
    {
        NoteUse();
        var hash = element.IndexOf('#');
        var child = _children?.Find(hash < 0 ? element : element[..hash]);
        return child is not null && (hash < 0 || (long.TryParse(element[(hash + 1)..], out var uid) && uid == child._uid))
            ? child
            : null;
    }

    internal void StopAndUnwatchChildren()
    {
        foreach (var child in ChildCells())
        {
            Unwatch(child);
            Stop(child);
        }
    }

    /// <summary>Tells a controlled world when another actor than this one, in its step, uses what belongs to this one.</summary>
    private protected void NoteUse()
    {
        if (_system.World is { } world && !ReferenceEquals(world.Turn.Actor, this)) world.NoteUse(this);
    }

    /// <summary>Enters a child that does not begin yet: what is sent to it waits.</summary>
    private protected ActorCell Prepare(Props props, string? name)
    {
        var children = _children ?? FirstChildren();
        var child = NewCell(props, name, name is null ? children.NextNumber() : 0);

        // From here on others can find the child: what they send waits until the child is created.
        child.Mailbox.Hold();
        children.Add(child);
        return child;
    }

    private protected void Begin(ActorCell child)
    {
        // A suspended parent's new child is suspended as often, so that the resume that comes finds it balanced.
        for (var i = Mailbox.Holds; i > 0; i--) child.Mailbox.Hold();
        child.Start();
    }

    private ChildList FirstChildren() => _system.World is null
        ? Interlocked.CompareExchange(ref _children, new ChildList(isShared: true), null) ?? _children
        : _children = new ChildList(isShared: false);

    private ActorCell NewCell(Props props, string? name, long number)
    {
        if (_system.Settings.Deployments?.Find(this, name ?? GeneratedName.Of(number)) is { } configured)
        {
            props = props.Configured(configured);
        }

        var router = props.RouterConfig;
        if (router is NoRouter) return new ActorCell(_system, this, props, name, number);
        router.VerifyConfig(Path / (name ?? GeneratedName.Of(number)));
        return new RoutedActorCell(_system, this, props, router, name, number);
    }

    private static void CheckName(string name)
    {
        if (ActorPath.IsValidPathElement(name)) return;
        throw new InvalidActorNameException(
            $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters, digits "
            + $"and these special characters: {ActorPath.ValidSymbols}");
    }

    private void OnChildTerminated(ActorCell child)
    {
        // The end of a watched actor comes here as well, perhaps before its own parent has heard of it.
        if (!ReferenceEquals(child._parent, this) || _children is null || !_children.Remove(child)) return;
        if (_actor is not null)
        {
            Strategy().HandleChildTerminated(this, child, _children);
        }

        switch (_state)
        {
            case CellState.Terminating when _children.Count == 0: FinishTerminate(); break;
            case CellState.Recreating when _children.StoppingCount == 0: FinishRecreate(); break;
            case CellState.Creating when _children.StoppingCount == 0: FinishCreateAgain(); break;
        }
    }
}
