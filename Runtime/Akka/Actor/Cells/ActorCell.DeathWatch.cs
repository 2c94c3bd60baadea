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
        if (_watch.Watching?.Remove(subject, out _) == true)
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, this));
        }

        _watch.Announced?.Remove(subject, out _);
        return subject;
    }

    private IActorRef WatchFor(IActorRef subject, object? message)
    {
        if (subject.Equals(this)) return subject;
        var watching = (_watch ??= new DeathWatchState()).Watching ??= new WatchTable();
        if (!watching.TryAdd(subject, message))
        {
            _ = watching.TryGet(subject, out var earlier);
            if (Equals(earlier, message)) return subject;
            throw new InvalidOperationException(
                $"Watch({Self}, {subject}) termination message was not overwritten from [{earlier ?? "Terminated"}] "
                + $"to [{message ?? "Terminated"}]. If this was intended, unwatch first before using `Watch` / `WatchWith` "
                + "with another message.");
        }

        ((IInternalActorRef)subject).SendSystemMessage(new Watch((IInternalActorRef)subject, this));
        return subject;
    }

    private void AddWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        // The parent is told of the end in any case.
        if (!watchee.Equals(this) || watcher.Equals(this) || watcher.Equals(_parent)) return;
        ((_watch ??= new DeathWatchState()).WatchedBy ??= new WatchTable()).TryAdd(watcher, null);
    }

    private void RemoveWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(this)) _watch?.WatchedBy?.Remove(watcher, out _);
    }

    private void OnDeathWatchNotification(DeathWatchNotification notice)
    {
        if (notice.Actor is ActorCell child) OnChildTerminated(child);
        if (_watch?.Watching is not { } watching || !watching.Remove(notice.Actor, out var message) || IsStopping) return;
        (_watch.Announced ??= new WatchTable()).Put(notice.Actor, message);
        Tell(new Terminated(notice.Actor, notice.ExistenceConfirmed, notice.AddressTerminated), notice.Actor);
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        // An unwatch after the notice was queued has removed the entry: then the actor must not hear of it.
        if (_watch?.Announced is not { } announced || !announced.Remove(terminated.ActorRef, out var message)) return;
        if (message is not null) _message = message;
        Handle(message ?? terminated);
    }

    // The first delivery has taken the entry; without one the second would look like that of an actor not watched any more.
    private void AnnounceAgain(Terminated terminated) =>
        ((_watch ??= new DeathWatchState()).Announced ??= new WatchTable()).TryAdd(terminated.ActorRef, null);

    private void TellWatchers()
    {
        if (_watch?.WatchedBy is not { } watchedBy) return;
        _watch.WatchedBy = null;
        foreach (var watcher in watchedBy.Refs)
        {
            ((IInternalActorRef)watcher).SendSystemMessage(
                new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));
        }
    }

    private void UnwatchAll()
    {
        foreach (var subject in _watch?.Watching?.Refs ?? [])
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, this));
        }

        _watch = null;
    }

    /// <summary>Insertion order decides who is told first, so that a run can be repeated.</summary>
    private sealed class DeathWatchState
    {
        /// <summary>Whom the actor watches, and the message that it asked for, or null.</summary>
        public WatchTable? Watching { get; set; }

        /// <summary>Whose end is announced in the mailbox and not handled yet.</summary>
        public WatchTable? Announced { get; set; }

        /// <summary>Who watches the actor.</summary>
        public WatchTable? WatchedBy { get; set; }
    }
}
