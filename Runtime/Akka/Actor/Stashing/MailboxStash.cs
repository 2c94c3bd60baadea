namespace Akka.Actor;

/// <summary>The stash of one incarnation; it gives back to the front of the mailbox.</summary>
internal sealed class MailboxStash(ActorCell cell, int capacity) : IStash
{
    // Few actors that may put something aside ever do.
    private List<Envelope>? _stashed;
    private long _lastStashed;

    public int Count => _stashed?.Count ?? 0;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => capacity >= 0 && Count >= capacity;

    public int Capacity => capacity;

    public void Stash()
    {
        var message = cell.CurrentMessage
            ?? throw new IllegalActorStateException("There is no current message to stash.");
        if (_lastStashed == cell.CurrentDelivery)
        {
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        }

        if (IsFull)
        {
            throw new StashOverflowException(
                $"Couldn't enqueue message {message.GetType()} from {cell.Sender} to stash of {cell.Self}");
        }

        (_stashed ??= []).Add(new Envelope(message, cell.Sender));
        _lastStashed = cell.CurrentDelivery;
    }

    public void Unstash()
    {
        if (_stashed is not { Count: > 0 }) return;
        cell.Prepend([_stashed[0]]);
        _stashed.RemoveAt(0);
    }

    public void UnstashAll()
    {
        if (_stashed is null) return;
        cell.Prepend(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_stashed));
        _stashed.Clear();
    }

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        if (_stashed is null) return;
        Envelope[] selected = [.. _stashed.Where(predicate)];
        _stashed.Clear();
        cell.Prepend(selected);
    }

    public IEnumerable<Envelope> ClearStash()
    {
        Envelope[] all = [.. _stashed ?? []];
        _stashed?.Clear();
        return all;
    }

    public void ReturnToDeadLetters()
    {
        foreach (var envelope in _stashed ?? []) cell.DeadLetter(in envelope);
        _stashed?.Clear();
    }

    public void Prepend(IEnumerable<Envelope> envelopes) => (_stashed ??= []).InsertRange(0, envelopes);
}
