using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>Watching and being watched.</content>
public partial class ActorCell
{
    private DeathWatchState? _watch;

    /// <inheritdoc/>
    public IActorRef Watch(IActorRef subject) => WatchFor(subject, null);

    /// <inheritdoc/>
    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WatchFor(subject, message);
    }

    /// <inheritdoc/>
    public IActorRef Unwatch(IActorRef subject)
    {
        if (_watch is null || subject.Equals(this)) return subject;
        if (_watch.Watching.Remove(subject))
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, this));
        }

        _watch.Announced.Remove(subject);
        return subject;
    }

    private IActorRef WatchFor(IActorRef subject, object? message)
    {
        if (subject.Equals(this)) return subject;
        _watch ??= new DeathWatchState();
        if (_watch.Watching.TryGetValue(subject, out var earlier))
        {
            if (Equals(earlier, message)) return subject;
            throw new InvalidOperationException(
                $"Watch({Self}, {subject}) termination message was not overwritten from [{earlier ?? "Terminated"}] "
                + $"to [{message ?? "Terminated"}]. If this was intended, unwatch first before using `Watch` / `WatchWith` "
                + "with another message.");
        }

        _watch.Watching.Add(subject, message);
        ((IInternalActorRef)subject).SendSystemMessage(new Watch((IInternalActorRef)subject, this));
        return subject;
    }

    private void AddWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        // The parent is told of the end in any case.
        if (!watchee.Equals(this) || watcher.Equals(this) || watcher.Equals(_parent)) return;
        (_watch ??= new DeathWatchState()).WatchedBy.Add(watcher);
    }

    private void RemoveWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(this)) _watch?.WatchedBy.Remove(watcher);
    }

    private void OnDeathWatchNotification(DeathWatchNotification notice)
    {
        if (notice.Actor is ActorCell child) OnChildTerminated(child);
        if (_watch is null || !_watch.Watching.Remove(notice.Actor, out var message) || IsStopping) return;
        _watch.Announced[notice.Actor] = message;
        Tell(new Terminated(notice.Actor, notice.ExistenceConfirmed, notice.AddressTerminated), notice.Actor);
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        // An unwatch after the notice was queued has removed the entry: then the actor must not hear of it.
        if (_watch is null || !_watch.Announced.Remove(terminated.ActorRef, out var message)) return;
        if (message is not null) _message = message;
        Handle(message ?? terminated);
    }

    // The first delivery has taken the entry; without one the second would look like that of an actor not watched any more.
    private void AnnounceAgain(Terminated terminated) =>
        (_watch ??= new DeathWatchState()).Announced.TryAdd(terminated.ActorRef, null);

    private void TellWatchers()
    {
        if (_watch is null) return;
        foreach (var watcher in _watch.WatchedBy)
        {
            watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        }

        _watch.WatchedBy.Clear();
    }

    private void UnwatchAll()
    {
        if (_watch is null) return;
        foreach (var subject in _watch.Watching.Keys.Cast<IInternalActorRef>())
        {
            subject.SendSystemMessage(new Unwatch(subject, this));
        }

        _watch = null;
    }

    /// <summary>Insertion order decides who is told first, so that a run can be repeated.</summary>
    private sealed class DeathWatchState
    {
        /// <summary>Whom the actor watches, and the message that it asked for, or null.</summary>
        public OrderedDictionary<IActorRef, object?> Watching { get; } = [];

        /// <summary>Whose end is announced in the mailbox and not handled yet.</summary>
        public OrderedDictionary<IActorRef, object?> Announced { get; } = [];

        /// <summary>Who watches the actor.</summary>
        public OrderedSet WatchedBy { get; } = new();
    }

    private sealed class OrderedSet
    {
        private readonly OrderedDictionary<IActorRef, IInternalActorRef> _items = [];

        public void Add(IInternalActorRef item) => _items.TryAdd(item, item);

        public void Remove(IInternalActorRef item) => _items.Remove(item);

        public void Clear() => _items.Clear();

        public IEnumerator<IInternalActorRef> GetEnumerator() => _items.Values.GetEnumerator();
    }
}
