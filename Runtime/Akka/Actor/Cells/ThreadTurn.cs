namespace Akka.Actor;

/// <summary>Whose turn a thread runs. Whoever stays on the thread need look it up only once.</summary>
internal sealed class ThreadTurn
{
    [ThreadStatic]
    private static ThreadTurn? _here;

    private ThreadTurn? _before;

    /// <summary>The actor, or null outside turns.</summary>
    public ActorCell? Actor { get; set; }

    /// <summary>That of this thread.</summary>
    public static ThreadTurn Here => _here ?? Begin();

    /// <summary>The actor whose turn this thread runs, or null.</summary>
    public static ActorCell? ActorHere => _here?.Actor;

    /// <summary>Begins another one on this thread, which runs the same actor's turn, until its <see cref="End"/>.</summary>
    public static ThreadTurn Begin() => _here = new ThreadTurn { _before = _here, Actor = ActorHere };

    /// <summary>Goes back to the one before.</summary>
    public void End() => _here = _before;
}
