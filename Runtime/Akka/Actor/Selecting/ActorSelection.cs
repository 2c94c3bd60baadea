namespace Akka.Actor;

/// <summary>
/// The actors at a path, looked up each time a message is sent. Elements may hold * and ?; when a path without them
/// leads to nobody, the message becomes a dead letter.
/// </summary>
public class ActorSelection : ICanTell
{
    /// <summary>A selection of nobody.</summary>
    public ActorSelection()
        : this(ActorRefs.Nobody, Array.Empty<SelectionPathElement>())
    {
    }

    /// <summary>A selection from an actor on.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="path">The elements.</param>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    /// <summary>A selection from an actor on.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="path">The path; empty for the anchor itself.</param>
    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Split('/'))
    {
    }

    /// <summary>A selection from an actor on.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="elements">The elements.</param>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, elements.Where(e => e.Length > 0).Select(Parse).ToArray())
    {
    }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; private set; }

    /// <summary>The elements.</summary>
    public SelectionPathElement[] Path { get; private set; }

    /// <summary>The path from the anchor on.</summary>
    public string PathString => "/" + string.Join('/', Path.Select(e => e.ToString()));

    /// <summary>Sends a message to every actor that is selected now.</summary>
    /// <param name="message">The message; must not be null.</param>
    /// <param name="sender">The sender; null for the running actor.</param>
    public void Tell(object message, IActorRef? sender = null)
    {
        if (message is null) throw new InvalidMessageException("Message is null.");
        sender ??= ActorCell.Current;
        if (Anchor is not IInternalActorRef anchor || anchor is Nobody) return;
        if (Deliver(anchor, 0, message, sender) || HasPattern) return;
        var deadLetters = anchor.Provider.DeadLetters;
        deadLetters.Tell(new Event.DeadLetter(message, sender ?? deadLetters, deadLetters), sender);
    }

    /// <summary>Finds the one actor that is selected.</summary>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <returns>The actor; faulted with <see cref="ActorNotFoundException"/> when there is none.</returns>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>Finds the one actor that is selected.</summary>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <param name="ct">Cancels the search.</param>
    /// <returns>The actor; faulted with <see cref="ActorNotFoundException"/> when there is none.</returns>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        ActorIdentity identity;
        try
        {
            identity = await this.Ask<ActorIdentity>(new Identify(this), timeout, ct).ConfigureAwait(false);
        }
        catch (AskTimeoutException e)
        {
            throw new ActorNotFoundException($"failed to resolve {this} within {timeout}", e);
        }

        return identity.Subject ?? throw new ActorNotFoundException($"subject was null for {this}");
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ActorSelection other && Anchor.Equals(other.Anchor) && PathString == other.PathString;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path}), Path({PathString})]";

    private bool HasPattern => Path.Any(e => e is SelectChildPattern);

    private static SelectionPathElement Parse(string element) =>
        element == ".." ? new SelectParent()
        : element.AsSpan().IndexOfAny('*', '?') >= 0 ? new SelectChildPattern(element)
        : new SelectChildName(element);

    private bool Deliver(IInternalActorRef at, int depth, object message, IActorRef? sender)
    {
        if (depth == Path.Length)
        {
            at.Tell(message, sender);
            return true;
        }

        switch (Path[depth])
        {
            case SelectParent:
                return Deliver(at.Parent, depth + 1, message, sender);
            case SelectChildName child:
                var next = at.GetChild([child.Name]);
                return next is IInternalActorRef found and not Nobody && Deliver(found, depth + 1, message, sender);
            case SelectChildPattern pattern:
                var any = false;
                foreach (var cell in ChildrenOf(at))
                {
                    if (pattern.Fits(cell.Name)) any |= Deliver(cell, depth + 1, message, sender);
                }

                return any;
            default:
                return false;
        }
    }

    private static ActorCell[] ChildrenOf(IInternalActorRef parent) => parent switch
    {
        ActorCell cell => cell.ChildCells(),
        RootGuardian root => root.Guardians,
        _ => [],
    };
}
